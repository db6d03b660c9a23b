package dev.winnow.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.winnow.web.PlayedExperiment;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class ForecastIT extends PlayedExperiment {
  @Autowired private JdbcClient jdbc;

  private JsonNode forecast(String definition) {
    return post("/api/v1/experiments/validate", definition).json().get("forecast");
  }

  @Test
  void trainings_of_another_kind_say_nothing() {
    long id = submit();
    given().runs(id, 1, 100, run -> 0.9);
    JsonNode forecast = forecast(DEFINITION.replace("\"budget\"", "\"batchSize\": 61, \"budget\""));
    assertThat(forecast.get("measuredTrainings").intValue()).isZero();
    assertThat(forecast.get("trainingSeconds").isNull()).isTrue();
    assertThat(forecast.get("seconds").isNull()).isTrue();
    assertThat(forecast.get("storedBytes").longValue()).isPositive();
  }

  @Test
  void trainings_of_the_same_kind_tell_how_long_it_takes_whatever_their_budget() {
    long id = submit();
    given().runs(id, 1, 100, run -> 0.9);
    jdbc.sql("update run set seconds = 0.01 * end_iteration where state = 'COMPLETED'").update();
    JsonNode forecast =
        forecast(
            DEFINITION
                .replace("100it", "700it")
                .replace("\"lenet-300-100\"}", "\"lenet-300-100\", \"initialisation\": {}}"));
    assertThat(forecast.get("measuredTrainings").intValue()).isGreaterThanOrEqualTo(13);
    assertThat(forecast.at("/trainingSeconds/p50").doubleValue())
        .isCloseTo(2 * 13 * 700 * 0.01, within(1e-6));
    assertThat(forecast.at("/trainingSeconds/p90").doubleValue())
        .isCloseTo(2 * 13 * 700 * 0.01, within(1e-6));
  }

  @Test
  void the_bytes_foretold_are_near_those_that_are_stored() {
    long id = submit();
    given().runs(id, 1, 100, run -> 0.9);
    given().runs(id, 2, 100, run -> 0.9);
    long artifacts =
        jdbc.sql(
                """
                select sum(a.length) from artifact a join trial t on t.id = a.trial_id
                where t.experiment_id = ?
                """)
            .param(id)
            .query(Long.class)
            .single();
    long foretold = forecast(DEFINITION).get("storedBytes").longValue();
    assertThat((double) foretold).isBetween(0.95 * artifacts, 1.1 * artifacts + 26 * 6_000);
  }
}
