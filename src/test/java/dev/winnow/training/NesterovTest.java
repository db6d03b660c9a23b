package dev.winnow.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;

class NesterovTest {
  private final Nesterov nesterov = new Nesterov();

  @Test
  void it_goes_where_the_momentum_will_have_brought_it() {
    ParameterUpdater learner =
        SixValues.dense(
            nesterov,
            SixValues.chosen(nesterov, Map.of("learningRate", "0.01", "weightDecay", "0.5")));
    double velocity = 0;
    double w = SixValues.START[0];
    for (int t = 1; t <= 5; t++) {
      SixValues.update(learner, 0.5f, 1);
      double g = SixValues.GRADIENT[0] * 0.5 + 0.5 * w;
      velocity = 0.9 * velocity + g;
      w -= 0.01 * (g + 0.9 * velocity);
      assertThat((double) learner.values()[0]).isCloseTo(w, within(1e-6));
    }
  }
}
