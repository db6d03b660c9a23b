package dev.winnow.command.reproduction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.command.BadArguments;
import dev.winnow.definition.Definitions;
import dev.winnow.experiment.Submissions;
import dev.winnow.lottery.RunKey;
import dev.winnow.web.Given;
import dev.winnow.web.RunningApi;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class CheckReproductionIT extends RunningApi {
  private static final Duration SHORT = Duration.ofMillis(100);

  @Autowired private Submissions submissions;
  @Autowired private Definitions definitions;
  @Autowired private Given given;

  private record Checked(int status, String text) {}

  private Checked check(String... arguments) {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    List<String> all =
        Stream.concat(Stream.of("--api", uri("/api/v1").toString()), Stream.of(arguments)).toList();
    try (PrintStream out = new PrintStream(text, true, StandardCharsets.UTF_8)) {
      int status = new CheckReproduction(SHORT).run(all, out);
      return new Checked(status, text.toString(StandardCharsets.UTF_8));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private String preset(String name) {
    return get("/api/v1/presets")
        .json()
        .valueStream()
        .filter(preset -> preset.get("name").stringValue().equals(name))
        .map(preset -> preset.get("definition").toString())
        .findFirst()
        .orElseThrow();
  }

  private long submit(String definition) {
    return submissions.submit(definitions.read(definition).definition().orElseThrow());
  }

  private void play(long experiment, int trials, ToDoubleFunction<RunKey> accuracy) {
    for (int trial = 1; trial <= trials; trial++) {
      given.runs(experiment, trial, 1000, accuracy);
    }
  }

  private static double falling(RunKey run) {
    return switch (run.arm()) {
      case "ticket" -> 0.98 - run.round() * 0.001;
      case "random-reinit" -> 0.96 - run.round() * 0.003;
      default -> 0.95 - run.round() * 0.01;
    };
  }

  @Test
  void the_smoke_reproduction_submits_itself_follows_and_passes() throws Exception {
    long before = newest();
    CompletableFuture<Checked> checked = CompletableFuture.supplyAsync(() -> check("--smoke"));
    while (newest() == before && !checked.isDone()) {
      Thread.sleep(SHORT.toMillis());
    }
    play(newest(), 5, CheckReproductionIT::falling);
    assertThat(checked.get().text()).contains("80 of 80", "inside", "2 of 2 inside.");
    // 97.3 % against 88 %; 97.7 % against 98 %.
    assertThat(checked.get().text()).contains("9.300 points", "-0.300 points", "5 of 5 trials");
    assertThat(checked.get().status()).isZero();
  }

  private long newest() {
    JsonNode items = get("/api/v1/experiments?limit=1").json().get("items");
    return items.isEmpty() ? 0 : items.get(0).get("id").longValue();
  }

  @Test
  void a_ticket_no_better_than_a_random_mask_is_outside() {
    long id = submit(preset("lenet-glyphs-smoke"));
    play(id, 5, run -> 0.9);
    Checked checked = check("--smoke", "--experiment", Long.toString(id));
    assertThat(checked.text()).contains("OUTSIDE", "0.000 points", "1 of 2 inside.");
    assertThat(checked.status()).isEqualTo(1);
  }

  @Test
  void an_unfinished_experiment_is_not_judged() {
    long id = submit(preset("lenet-mnist-paper"));
    given.runs(id, 1, 3, run -> 0.98);
    Checked checked = check("--experiment", Long.toString(id));
    assertThat(checked.text())
        .contains("of 175 trainings are done", "Only a completed one is checked");
    assertThat(checked.status()).isEqualTo(1);
    assertThat(check().text()).as("found by its protocol").contains("Experiment " + id + " is");
  }

  @Test
  void an_experiment_with_another_budget_is_refused() {
    long id = submit(preset("lenet-mnist-paper").replace("50000it", "5000it"));
    Checked checked = check("--experiment", Long.toString(id));
    assertThat(checked.text())
        .contains("The bands do not apply", "/training/budget is \"5000it\", not \"50000it\".");
    assertThat(checked.status()).isEqualTo(2);
  }

  @Test
  void what_is_not_there_is_named() {
    assertThatThrownBy(() -> check("--experiment", "987654"))
        .isInstanceOf(BadArguments.class)
        .hasMessageContaining("404: There is no experiment 987654.");
    assertThatThrownBy(
            () ->
                new CheckReproduction(SHORT)
                    .run(List.of("--api", "http://127.0.0.1:1/api/v1"), System.out))
        .isInstanceOf(BadArguments.class)
        .hasMessageContainingAll("--api http://127.0.0.1:1/api/v1", "nothing answers there");
  }
}
