package dev.winnow.web.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.winnow.web.PlayedExperiment;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AnalysisIT extends PlayedExperiment {
  @Test
  void a_round_is_taken_apart_layer_by_layer() {
    JsonNode layers = get(path(underWay(), "/trials/1/rounds/1/analysis")).json().get("layers");
    assertThat(layers.valueStream().map(layer -> layer.get("kept").intValue()))
        .containsExactly(188_160, 24_000, 900);
    JsonNode first = layers.get(0);
    assertThat(first.get("inputDegrees").size()).isEqualTo(784);
    assertThat(first.get("outputDegrees").size()).isEqualTo(300);
    assertThat(sum(first.get("inputDegrees"))).isEqualTo(188_160);
    assertThat(sum(first.get("outputDegrees"))).isEqualTo(188_160);
    assertThat(sum(first.at("/initial/counts"))).isEqualTo(235_200);
    assertThat(sum(first.at("/surviving/counts"))).isEqualTo(188_160);
    assertThat(first.get("travelPruned").isNumber()).isTrue();
  }

  private static int sum(JsonNode numbers) {
    return numbers.valueStream().mapToInt(JsonNode::intValue).sum();
  }

  @Test
  void masks_are_compared_with_those_of_the_trials_that_have_come_so_far() {
    JsonNode overlaps = get(path(underWay(), "/trials/1/rounds/1/overlaps")).json();
    assertThat(overlaps.size()).isOne();
    assertThat(overlaps.at("/0/trial").intValue()).isEqualTo(2);
    JsonNode layer = overlaps.at("/0/layers/0");
    assertThat(layer.get("expected").doubleValue())
        .isCloseTo(188_160.0 * 188_160 / 235_200, within(1e-6));
    assertThat(get(path(underWay(), "/trials/1/rounds/3/overlaps")).json().size())
        .as("trial 2 is in round 2")
        .isLessThanOrEqualTo(1);
  }

  @Test
  void a_round_not_yet_run_has_none() {
    Answer answer = get(path(submit(), "/trials/1/rounds/1/analysis"));
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.text()).contains("has not been run");
    assertThat(get(path(underWay(), "/trials/1/rounds/9/analysis")).text())
        .contains("its rounds are 0 to 3");
  }
}
