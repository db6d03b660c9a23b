package dev.winnow.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.Requirement;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The whole, as a user meets it: the packaged jar, over HTTP. One application on one home serves
 * all tests, and the dashboard is walked through before other experiments stand in front.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PackagedJarIT {
  private static final Duration LONG = Duration.ofMinutes(4);
  private static final String SMALL =
      """
      {"name": "small", "dataset": {"name": "glyphs", "validation": 1000},
       "architecture": {"name": "lenet-300-100"},
       "training": {"optimizer": {"name": "adam", "learningRate": 0.0012}, "budget": "%s",
         "evaluateEvery": "50it"},
       "pruning": {"rounds": 3, "removedPerRound": {"default": 0.5}},
       "arms": [{"name": "random-reinit", "rounds": "2-3"}, {"name": "random-mask", "rounds": "3"}],
       "trials": {"count": %d, "seed": 7}}
      """;

  private static Path home;
  private static PackagedApp app;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    home = folder.resolve("home");
    app = PackagedApp.start(home);
  }

  @AfterAll
  static void stop() {
    app.close();
  }

  @Test
  @Order(1)
  void the_sample_experiment_runs_by_itself_and_its_page_shows_the_curve() throws Exception {
    JsonNode done = app.await("/api/v1/experiments/1", LONG, PackagedJarIT::ended);
    assertThat(done.path("state").asString()).isEqualTo("COMPLETED");
    assertCurves(app.json("/api/v1/experiments/1/curves"), done);
    Requirement.browser(
        (node, chromium) ->
            Browser.visit(node, chromium, app.url(""), Path.of("target/screenshots")));
  }

  private static void assertCurves(JsonNode curves, JsonNode experiment) {
    assertThat(curves.path("arms").size()).isGreaterThan(1);
    JsonNode ticket = curves.path("arms").get(0);
    assertThat(ticket.path("name").asString()).isEqualTo("ticket");
    int rounds = experiment.path("definition").path("pruning").path("rounds").asInt();
    assertThat(ticket.path("points").size()).isEqualTo(rounds + 1);
    assertThat(ticket.path("points").get(0).path("density").asDouble()).isEqualTo(1.0);
    assertThat(ticket.path("points").get(0).path("testAccuracyAtEarlyStop").path("mean").asDouble())
        .isBetween(0.7, 1.0);
  }

  @Test
  @Order(2)
  void killed_in_the_middle_a_trial_ends_as_if_nothing_had_happened() throws Exception {
    String undisturbed = app.submit(SMALL.formatted("400it", 1));
    app.await(undisturbed, LONG, PackagedJarIT::ended);
    String killed = app.submit(SMALL.formatted("400it", 1));
    app.await(killed, LONG, e -> e.path("progress").path("runsDone").asInt() >= 2);
    app.kill();
    app = PackagedApp.start(home);
    JsonNode done = app.await(killed, LONG, PackagedJarIT::ended);
    assertThat(done.path("state").asString()).isEqualTo("COMPLETED");
    assertThat(hashes(killed)).isEqualTo(hashes(undisturbed));
  }

  @Test
  @Order(3)
  void cancelling_stops_the_work_and_a_huge_learning_rate_diverges() throws Exception {
    String endless = app.submit(SMALL.formatted("900000it", 3));
    app.await(
        endless,
        LONG,
        e -> e.path("trialList").get(0).path("current").path("iteration").asInt() > 0);
    HttpResponse<String> cancelled = app.post(endless + "/cancel", "");
    assertThat(cancelled.statusCode()).isEqualTo(200);
    app.await("/api/v1/workers", Duration.ofSeconds(20), PackagedJarIT::idle);
    assertThat(app.json(endless).path("state").asString()).isEqualTo("CANCELLED");

    String wild = app.submit(SMALL.formatted("400it", 1).replace("0.0012", "1e9"));
    JsonNode done = app.await(wild, LONG, PackagedJarIT::ended);
    assertThat(done.path("state").asString()).isEqualTo("DIVERGED");
    JsonNode round = app.json(wild + "/trials/1/rounds/0");
    assertThat(round.path("runs").get(0).path("divergence").path("reason").asString()).isNotBlank();
    assertThat(app.json(wild + "/curves").path("arms").get(0).path("points").size()).isZero();
  }

  private static boolean idle(JsonNode workers) {
    for (JsonNode worker : workers) {
      if (!worker.path("work").isEmpty()) {
        return false;
      }
    }
    return true;
  }

  private static List<String> hashes(String experiment) throws Exception {
    List<String> hashes = new ArrayList<>();
    for (int round = 0; round <= 3; round++) {
      for (JsonNode run : app.json(experiment + "/trials/1/rounds/" + round).path("runs")) {
        hashes.add(
            "%d %s %s %s"
                .formatted(
                    round,
                    run.path("arm").asString(),
                    run.path("maskSha256").asString(),
                    run.path("weightsSha256").asString()));
      }
    }
    assertThat(hashes).hasSize(7).allMatch(line -> line.length() > 128);
    return hashes;
  }

  private static boolean ended(JsonNode experiment) {
    return List.of("COMPLETED", "CANCELLED", "FAILED", "DIVERGED")
        .contains(experiment.path("state").asString());
  }
}
