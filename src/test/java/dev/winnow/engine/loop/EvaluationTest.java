package dev.winnow.engine.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class EvaluationTest {
  @Test
  void a_guess_costs_the_logarithm_of_the_classes() {
    float[] logits = {9, 2, 2, 2, 2};
    assertThat(Evaluation.crossEntropy(logits, 1, 4, 3)).isCloseTo(Math.log(4), within(1e-15));
  }

  @Test
  void a_sure_mistake_costs_the_distance_however_large_the_logits() {
    float[] logits = {3e30f, -2e30f};
    assertThat(Evaluation.crossEntropy(logits, 0, 2, 1)).isCloseTo(5e30, within(1e24));
    assertThat(Evaluation.crossEntropy(logits, 0, 2, 0)).isZero();
  }

  @Test
  void logits_that_are_not_finite_cost_no_number() {
    assertThat(Evaluation.crossEntropy(new float[] {Float.POSITIVE_INFINITY, 0}, 0, 2, 0)).isNaN();
    assertThat(Evaluation.crossEntropy(new float[] {1, Float.NaN}, 0, 2, 0)).isNaN();
  }

  @Test
  void the_lowest_class_wins_among_equals() {
    assertThat(Evaluation.highest(new float[] {7, 1, 3, 3, 2}, 1, 4)).isEqualTo(1);
  }
}
