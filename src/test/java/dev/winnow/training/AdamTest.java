package dev.winnow.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;

class AdamTest {
  private final Adam adam = new Adam();

  @Test
  void it_follows_the_paper_with_epsilon_beside_the_corrected_root() {
    ParameterUpdater learner =
        SixValues.dense(adam, SixValues.chosen(adam, Map.of("learningRate", "0.01")));
    double m = 0;
    double v = 0;
    double w = SixValues.START[2];
    for (int t = 1; t <= 5; t++) {
      SixValues.update(learner, 0.5f, 1);
      double g = SixValues.GRADIENT[2] * 0.5;
      m = 0.9 * m + 0.1 * g;
      v = 0.999 * v + 0.001 * g * g;
      double corrected = m / (1 - Math.pow(0.9, t));
      w -= 0.01 * corrected / (Math.sqrt(v / (1 - Math.pow(0.999, t))) + 1e-8);
      assertThat((double) learner.values()[2]).isCloseTo(w, within(1e-7));
    }
  }

  @Test
  void so_small_an_epsilon_that_it_is_no_float_leaves_a_pruned_weight_at_plus_zero() {
    ParameterUpdater learner =
        SixValues.pruned(
            adam, SixValues.chosen(adam, Map.of("learningRate", "0.01", "epsilon", "1e-300")));
    for (int t = 0; t < 20; t++) {
      SixValues.update(learner, -1, 1);
      assertThat(Float.floatToRawIntBits(learner.values()[3])).isZero();
    }
  }
}
