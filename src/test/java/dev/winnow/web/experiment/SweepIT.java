package dev.winnow.web.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.web.PlayedExperiment;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class SweepIT extends PlayedExperiment {
  private static final String SWEEPS = "/api/v1/sweeps";
  private static final String RATE = "/training/optimizer/learningRate";

  private static String sweep(String grid) {
    return "{\"definition\": " + DEFINITION + ", \"grid\": " + grid + "}";
  }

  private static final String SIX =
      sweep("{\"" + RATE + "\": [0.0012, 0.0006], \"/trials/count\": [1, 2, 3]}");

  @Test
  void every_point_becomes_an_experiment_of_the_sweep() {
    Answer answer = post(SWEEPS, SIX);
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    JsonNode sweep = answer.json();
    assertThat(answer.header("Location")).isEqualTo(SWEEPS + "/" + sweep.get("id"));
    assertThat(get(answer.header("Location")).json()).isEqualTo(sweep);
    assertThat(sweep.get("fields").toString()).isEqualTo("[\"" + RATE + "\",\"/trials/count\"]");
    assertThat(sweep.get("experiments").intValue()).isEqualTo(6);
    assertThat(sweep.get("runsTotal").intValue()).isEqualTo(2 * 13 * (1 + 2 + 3));
    assertThat(sweep.get("points").valueStream().map(point -> point.get("label").stringValue()))
        .containsExactly(
            "learningRate 0.0012, count 1",
            "learningRate 0.0012, count 2",
            "learningRate 0.0012, count 3",
            "learningRate 0.0006, count 1",
            "learningRate 0.0006, count 2",
            "learningRate 0.0006, count 3");
    JsonNode last = sweep.at("/points/5/experiment");
    JsonNode experiment = get(path(last.get("id").longValue(), "")).json();
    assertThat(experiment.get("sweep")).isEqualTo(sweep.get("id"));
    assertThat(experiment.get("name").stringValue())
        .isEqualTo("Under way: learningRate 0.0006, count 3");
    assertThat(experiment.at("/definition" + RATE).decimalValue()).isEqualByComparingTo("0.0006");
    assertThat(experiment.at("/trialList").size()).isEqualTo(3);
    given().runs(last.get("id").longValue(), 1, 1, run -> 0.5);
    JsonNode newest = get(SWEEPS + "?limit=1").json().at("/items/0");
    assertThat(newest.get("id")).isEqualTo(sweep.get("id"));
    assertThat(newest.get("runsDone").intValue()).isEqualTo(1);
  }

  @Test
  void a_plan_counts_experiments_and_trainings_and_makes_none() {
    String newest = get("/api/v1/experiments?limit=1").text();
    JsonNode plan = post(SWEEPS + "/validate", SIX).json();
    assertThat(plan.get("valid").booleanValue()).isTrue();
    assertThat(plan.get("experiments").intValue()).isEqualTo(6);
    assertThat(plan.get("trainings").intValue()).isEqualTo(2 * 13 * (1 + 2 + 3));
    JsonNode values = plan.at("/points/3/values");
    assertThat(values.propertyNames()).containsExactly(RATE, "/trials/count");
    assertThat(values.get(RATE).decimalValue()).isEqualByComparingTo("0.0006");
    assertThat(values.get("/trials/count").intValue()).isEqualTo(1);
    assertThat(plan.at("/points/0/fingerprint")).isEqualTo(plan.at("/points/2/fingerprint"));
    assertThat(plan.at("/points/0/fingerprint")).isNotEqualTo(plan.at("/points/3/fingerprint"));
    assertThat(plan.at("/warnings/0/pointer").stringValue()).isEqualTo("/definition/trials/count");
    assertThat(plan.at("/warnings/0/points").toString()).isEqualTo("[1,4]");
    assertThat(get("/api/v1/experiments?limit=1").text()).isEqualTo(newest);
  }

  @Test
  void every_fault_says_at_which_points_it_occurs_and_nothing_is_submitted() {
    String body = sweep("{\"/training/budget\": [\"9it\", 5], \"/pruning/rounds\": [3, 99]}");
    String newest = get("/api/v1/experiments?limit=1").text();
    Answer refused = post(SWEEPS, body);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(
            refused
                .json()
                .get("errors")
                .valueStream()
                .map(error -> error.get("pointer").stringValue() + " " + error.get("points")))
        .containsExactly("/definition/pruning/rounds [2,4]", "/definition/training/budget [3,4]");
    assertThat(post(SWEEPS + "/validate", body).json().get("errors"))
        .isEqualTo(refused.json().get("errors"));
    assertThat(get("/api/v1/experiments?limit=1").text()).isEqualTo(newest);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|/grid|JSON pointers into the definition",
        "[]|/grid|JSON pointers into the definition",
        "{\"rounds\": [1]}|/grid/rounds|JSON pointers into the definition",
        "{\"/pruning/rounds\": []}|/grid/~1pruning~1rounds|an array of at least one value",
        "{\"/pruning/rounds\": [1, 1.0]}|/grid/~1pruning~1rounds|values that differ",
        "{\"/arms/7/perTicket\": [1]}|/definition/arms/7/perTicket|a pointer to a field",
        "{\"/training/luck\": [1]}|/definition/training/luck|one of optimizer"
      })
  void a_fault_of_the_grid_names_the_field_and_what_is_allowed(
      String grid, String pointer, String allowed) {
    Answer refused = post(SWEEPS, sweep(grid));
    assertThat(refused.status()).as(refused.text()).isEqualTo(422);
    assertThat(refused.json().at("/errors/0/pointer").stringValue()).isEqualTo(pointer);
    assertThat(refused.json().at("/errors/0/allowed").stringValue()).contains(allowed);
  }

  @Test
  void a_pointer_leads_no_deeper_than_an_error_could_show() {
    String pointer = "/x".repeat(100);
    Answer shown =
        post(SWEEPS, sweep("{\"%s\": [%s]}".formatted(pointer, "[".repeat(97) + "]".repeat(97))));
    assertThat(shown.json().at("/errors/0/pointer").stringValue()).isEqualTo("/definition/x");
    JsonNode error =
        post(SWEEPS, sweep("{\"%s/x\": [1]}".formatted(pointer))).json().at("/errors/0");
    assertThat(error.get("value").stringValue()).isEqualTo(pointer + "/x");
    assertThat(error.get("allowed").stringValue()).isEqualTo("a pointer of at most 100 steps");
  }

  @Test
  void text_that_cannot_be_stored_is_refused_although_the_grid_replaces_it() {
    String body =
        sweep("{\"/notes\": [\"a\"]}").replace("\"trials\"", "\"notes\": \"\\u0000\", \"trials\"");
    Answer refused = post(SWEEPS, body);
    assertThat(refused.status()).as(refused.text()).isEqualTo(400);
    assertThat(refused.json().get("detail").stringValue()).contains("/definition/notes");
  }

  @Test
  void a_grid_has_at_most_a_hundred_points() {
    List<Integer> seeds = IntStream.rangeClosed(1, 101).boxed().toList();
    String body =
        sweep(
            seeds.stream()
                .map(String::valueOf)
                .collect(Collectors.joining(",", "{\"/trials/seed\": [", "]}")));
    JsonNode error = post(SWEEPS, body).json().at("/errors/0");
    assertThat(error.get("detail").stringValue()).contains("101 points");
    assertThat(error.get("allowed").stringValue()).isEqualTo("at most 100 points");
  }

  @Test
  void a_repetition_with_the_same_key_makes_no_other() {
    String body = sweep("{\"/trials/seed\": [4, 5]}");
    Answer once = keyed(SWEEPS, "sweep-1", body);
    Answer again = keyed(SWEEPS, "sweep-1", body);
    assertThat(again.status()).as(again.text()).isEqualTo(201);
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(again.json()).isEqualTo(once.json());
    assertThat(keyed(SWEEPS, "sweep-1", SIX).status()).isEqualTo(422);
  }

  @Test
  void an_unknown_sweep_is_not_found() {
    assertThat(get(SWEEPS + "/987654").status()).isEqualTo(404);
  }
}
