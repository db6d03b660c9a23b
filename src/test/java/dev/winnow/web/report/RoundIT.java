package dev.winnow.web.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.web.PlayedExperiment;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RoundIT extends PlayedExperiment {
  @Test
  void a_round_has_its_layers_and_runs() {
    JsonNode round = get(path(underWay(), "/trials/1/rounds/1")).json();
    assertThat(round.get("complete").booleanValue()).isTrue();
    assertThat(round.at("/layers/0").toString())
        .isEqualTo("{\"name\":\"fc1.weight\",\"kept\":188160,\"size\":235200}");
    assertThat(round.get("runs").size()).isEqualTo(4);
    JsonNode ticket = round.at("/runs/0");
    assertThat(ticket.get("arm").stringValue()).isEqualTo("ticket");
    assertThat(ticket.at("/atEarlyStop/iteration").intValue()).isEqualTo(50);
    assertThat(ticket.at("/atEnd/testLoss").doubleValue()).isEqualTo(0.35);
    assertThat(ticket.at("/provenance/signature").stringValue()).isEqualTo("made-up");
    assertThat(ticket.get("weightsSha256").stringValue()).hasSize(64);
  }

  @Test
  void a_diverged_run_says_when_and_why_in_valid_json() {
    long id = underWay();
    JsonNode run = get(path(id, "/trials/1/rounds/3")).json().at("/runs/3");
    assertThat(run.get("state").stringValue()).isEqualTo("DIVERGED");
    assertThat(run.at("/divergence/iteration").intValue()).isEqualTo(10);
    assertThat(run.get("atEnd").isNull()).isTrue();
    JsonNode point =
        get(path(id, "/trials/1/rounds/3/learning-curve?arm=random-mask")).json().at("/points/0");
    assertThat(point.get("iteration").intValue()).isEqualTo(10);
    assertThat(point.get("validationLoss").isNull()).isTrue();
    assertThat(point.get("validationAccuracy").doubleValue()).isEqualTo(0.1);
  }

  @Test
  void a_learning_curve_has_all_evaluations() {
    JsonNode curve =
        get(path(underWay(), "/trials/1/rounds/2/learning-curve?arm=random-reinit&replicate=2"))
            .json();
    assertThat(curve.get("arm").stringValue()).isEqualTo("random-reinit");
    assertThat(curve.get("replicate").intValue()).isEqualTo(2);
    assertThat(curve.get("points").valueStream().map(point -> point.get("iteration").intValue()))
        .containsExactly(50, 100);
    assertThat(curve.at("/points/1/testLoss").doubleValue()).isEqualTo(0.35);
  }

  @Test
  void a_round_not_yet_run_is_planned_and_empty() {
    JsonNode round = get(path(submit(), "/trials/2/rounds/3")).json();
    assertThat(round.get("complete").booleanValue()).isFalse();
    assertThat(round.get("runs").isEmpty()).isTrue();
    assertThat(round.get("kept").intValue()).isPositive();
  }

  @Test
  void what_is_not_there_is_named_with_what_is() {
    long id = underWay();
    assertThat(detail(id, "/trials/3/rounds/0")).contains("no trial 3", "1 to 2");
    assertThat(detail(id, "/trials/1/rounds/4")).contains("no round 4", "0 to 3");
    assertThat(detail(id, "/trials/1/rounds/0/learning-curve?arm=best"))
        .contains("\"best\"", "ticket 1");
    assertThat(detail(id, "/trials/2/rounds/3/learning-curve"))
        .contains("round 3", "has not been run", "in round 2");
  }

  private String detail(long id, String path) {
    Answer answer = get(path(id, path));
    assertThat(answer.status()).isEqualTo(404);
    return answer.json().get("detail").stringValue();
  }
}
