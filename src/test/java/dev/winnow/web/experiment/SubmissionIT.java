package dev.winnow.web.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.web.RunningApi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class SubmissionIT extends RunningApi {
  private static final String EXPERIMENTS = "/api/v1/experiments";
  private static final String DEFINITION =
      """
      {"name": "Ünïcode 🎟", "dataset": {"name": "mnist"},
       "architecture": {"name": "lenet-300-100"},
       "training": {"optimizer": {"name": "adam", "learningRate": 0.0012}, "budget": "5000it"},
       "pruning": {"rounds": 20},
       "arms": [{"name": "random-reinit", "perTicket": 3}],
       "trials": {"count": 5}}
      """;

  private static String with(String pointer, String value) {
    ObjectNode definition = (ObjectNode) JsonMapper.shared().readTree(DEFINITION);
    int slash = pointer.lastIndexOf('/');
    ((ObjectNode) definition.at(pointer.substring(0, slash)))
        .set(pointer.substring(slash + 1), JsonMapper.shared().readTree(value));
    return definition.toString();
  }

  @Test
  void a_definition_becomes_an_experiment_with_a_place_of_its_own() {
    Answer answer = post(EXPERIMENTS, DEFINITION);
    assertThat(answer.status()).isEqualTo(201);
    JsonNode detail = answer.json();
    assertThat(answer.header("Location")).isEqualTo(EXPERIMENTS + "/" + detail.get("id"));
    assertThat(get(answer.header("Location")).json()).isEqualTo(detail);
    assertThat(detail.get("name").stringValue()).isEqualTo("Ünïcode 🎟");
    assertThat(detail.get("state").stringValue()).isEqualTo("QUEUED");
    assertThat(detail.at("/progress/runsTotal").intValue()).isEqualTo(5 * (21 + 60));
    assertThat(detail.get("arms").toString())
        .isEqualTo(
            "[{\"id\":\"ticket\",\"name\":\"ticket\"},"
                + "{\"id\":\"random-reinit\",\"name\":\"random-reinit\"}]");
    assertThat(detail.at("/definition/pruning/removedPerRound/output").decimalValue())
        .isEqualByComparingTo("0.1");
    assertThat(detail.at("/trialList/4/seed").longValue()).isEqualTo(5);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/dataset/name|\"cats\"|glyphs",
        "/architecture/name|\"resnet-9000\"|lenet-300-100",
        "/pruning/criterion|{\"name\": \"luck\"}|magnitude",
        "/training/optimizer|{\"name\": \"hope\"}|one of adam",
        "/arms/0/name|\"left\"|random-reinit",
        "/pruning/removedPerRound|{\"default\": 0}|greater than 0 and less than 1",
        "/pruning/removedPerRound|{\"default\": -0.2}|greater than 0 and less than 1",
        "/pruning/removedPerRound|{\"default\": 1}|greater than 0 and less than 1",
        "/pruning/removedPerRound|{\"output\": 1.5}|greater than 0 and less than 1",
        "/pruning/rounds|0|a whole number from 1 to 50",
        "/pruning/rounds|51|a whole number from 1 to 50",
        "/pruning/rounds|2.5|a whole number from 1 to 50",
        "/training/budget|5000|iterations such as",
        "/training/budget|\"5000\"|iterations such as",
        "/training/batchSize|55001|a whole number from 1 to 55000",
        "/dataset/validation|60000|a whole number from 1 to 59999",
        "/trials/count|\"five\"|a whole number from 1",
        "/name|\"\"|text of 1 to 200 characters"
      })
  void an_error_names_the_field_the_value_and_what_is_allowed(
      String pointer, String value, String allowed) {
    String definition = with(pointer, value);
    Answer refused = post(EXPERIMENTS, definition);
    assertThat(refused.status()).as(refused.text()).isEqualTo(422);
    assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(refused.json().get("errors").size()).isEqualTo(1);
    JsonNode error = refused.json().at("/errors/0");
    assertThat(error.get("pointer").stringValue()).startsWith(pointer);
    assertThat(value).contains(error.get("value").toString());
    assertThat(error.get("allowed").stringValue()).contains(allowed);
    JsonNode validation = post(EXPERIMENTS + "/validate", definition).json();
    assertThat(validation.get("valid").booleanValue()).isFalse();
    assertThat(validation.get("errors")).isEqualTo(refused.json().get("errors"));
    assertThat(validation.get("plan").isNull()).isTrue();
  }

  @Test
  void an_unknown_field_is_refused() {
    JsonNode problem = post(EXPERIMENTS, with("/training/momentum", "0.9")).json();
    assertThat(problem.at("/errors/0/pointer").stringValue()).isEqualTo("/training/momentum");
    assertThat(problem.at("/errors/0/allowed").stringValue()).contains("optimizer", "batchSize");
  }

  @Test
  void a_pointer_is_text_with_names_escaped() {
    JsonNode problem = post(EXPERIMENTS, "{\"a/b~c\": 1}").json();
    assertThat(problem.get("errors").valueStream().map(error -> error.get("pointer").stringValue()))
        .contains("/a~1b~0c");
  }

  @Test
  void all_errors_come_at_once() {
    JsonNode problem =
        post(EXPERIMENTS, "{\"pruning\": {\"rounds\": 51}, \"pool\": \"tpu\"}").json();
    assertThat(problem.get("errors").valueStream().map(error -> error.get("pointer").stringValue()))
        .contains(
            "/name",
            "/pool",
            "/dataset/name",
            "/architecture/name",
            "/training/budget",
            "/pruning/rounds");
  }

  @Test
  void a_refused_definition_leaves_nothing_behind() {
    String newest = get(EXPERIMENTS + "?limit=1").text();
    post(EXPERIMENTS, "{}");
    assertThat(get(EXPERIMENTS + "?limit=1").text()).isEqualTo(newest);
  }

  @Test
  void validation_shows_the_plan() {
    JsonNode validation = post(EXPERIMENTS + "/validate", DEFINITION).json();
    assertThat(validation.get("valid").booleanValue()).isTrue();
    assertThat(validation.get("fingerprint").stringValue()).matches("[0-9a-f]{64}");
    JsonNode plan = validation.get("plan");
    assertThat(plan.get("trainings").intValue()).isEqualTo(405);
    assertThat(plan.get("trainingsPerTrial").intValue()).isEqualTo(81);
    assertThat(plan.get("iterationsPerTraining").intValue()).isEqualTo(5000);
    assertThat(plan.get("rounds").size()).isEqualTo(21);
    assertThat(plan.at("/rounds/1").toString())
        .isEqualTo(
            "{\"round\":1,\"density\":0.8003756574004508,\"kept\":213060,\"size\":266200,"
                + "\"runsPerTrial\":4,\"layers\":["
                + "{\"name\":\"fc1.weight\",\"kept\":188160,\"size\":235200},"
                + "{\"name\":\"fc2.weight\",\"kept\":24000,\"size\":30000},"
                + "{\"name\":\"fc3.weight\",\"kept\":900,\"size\":1000}]}");
  }
}
