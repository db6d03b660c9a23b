package dev.winnow.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SgdTest {
  private final Sgd sgd = new Sgd();

  @Test
  void momentum_is_a_heavy_ball() {
    ParameterUpdater learner =
        SixValues.dense(sgd, SixValues.chosen(sgd, Map.of("learningRate", "0.01")));
    double velocity = 0;
    double w = SixValues.START[0];
    for (int t = 1; t <= 5; t++) {
      SixValues.update(learner, 0.5f, 1);
      velocity = 0.9 * velocity + SixValues.GRADIENT[0] * 0.5;
      w -= 0.01 * velocity;
      assertThat((double) learner.values()[0]).isCloseTo(w, within(1e-6));
    }
  }

  @Test
  void weight_decay_pulls_weights_and_leaves_biases() {
    ParameterUpdater learner =
        SixValues.dense(
            sgd,
            SixValues.chosen(
                sgd, Map.of("learningRate", "0.01", "momentum", "0", "weightDecay", "0.5")));
    SixValues.update(learner, new float[6], 1, 1);
    float[] weights = learner.values();
    assertThat(weights[0]).isEqualTo(0.5f - 0.01f * 0.5f * 0.5f);
    assertThat(weights[1]).isEqualTo(-0.5f + 0.01f * 0.5f * 0.5f);
    assertThat(weights[4]).isEqualTo(SixValues.START[4]);
  }
}
