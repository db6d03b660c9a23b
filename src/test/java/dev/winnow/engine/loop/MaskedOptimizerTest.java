package dev.winnow.engine.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.winnow.architecture.Activation;
import dev.winnow.architecture.LayerSpec;
import dev.winnow.architecture.Layout;
import dev.winnow.lottery.Mask;
import dev.winnow.training.Optimizer;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class MaskedOptimizerTest {
  /** Two inputs, two outputs: weights at 0 to 3, biases at 4 and 5. */
  private static final Layout LAYOUT =
      Layout.of(List.of(new LayerSpec.Dense("fc1", 2, 2, Activation.IDENTITY)));

  private static final float[] START = {0.5f, -0.5f, 0.25f, 0.0f, 0.1f, -0.1f};
  private static final float[] GRADIENT = {4f, -2f, 1e-7f, 8f, 2f, -6f};

  @Test
  void adam_follows_the_paper_with_epsilon_beside_the_corrected_root() {
    MaskedOptimizer optimizer = MaskedOptimizer.of(adam("1e-8", "0"), Mask.dense(LAYOUT));
    float[] weights = START.clone();
    double m = 0;
    double v = 0;
    double w = START[2];
    for (int t = 1; t <= 5; t++) {
      optimizer.update(weights, GRADIENT, 0.5f, 1);
      double g = GRADIENT[2] * 0.5;
      m = 0.9 * m + 0.1 * g;
      v = 0.999 * v + 0.001 * g * g;
      double corrected = m / (1 - Math.pow(0.9, t));
      w -= 0.01 * corrected / (Math.sqrt(v / (1 - Math.pow(0.999, t))) + 1e-8);
      assertThat((double) weights[2]).isCloseTo(w, within(1e-7));
    }
  }

  @Test
  void momentum_is_a_heavy_ball() {
    MaskedOptimizer optimizer = MaskedOptimizer.of(sgd("0.9", "0"), Mask.dense(LAYOUT));
    float[] weights = START.clone();
    double velocity = 0;
    double w = START[0];
    for (int t = 1; t <= 5; t++) {
      optimizer.update(weights, GRADIENT, 0.5f, 1);
      velocity = 0.9 * velocity + GRADIENT[0] * 0.5;
      w -= 0.01 * velocity;
      assertThat((double) weights[0]).isCloseTo(w, within(1e-6));
    }
  }

  @Test
  void nesterov_goes_where_the_momentum_will_have_brought_it() {
    Optimizer nesterov =
        new Optimizer.Nesterov(
            new BigDecimal("0.01"), new BigDecimal("0.9"), new BigDecimal("0.5"));
    MaskedOptimizer optimizer = MaskedOptimizer.of(nesterov, Mask.dense(LAYOUT));
    float[] weights = START.clone();
    double velocity = 0;
    double w = START[0];
    for (int t = 1; t <= 5; t++) {
      optimizer.update(weights, GRADIENT, 0.5f, 1);
      double g = GRADIENT[0] * 0.5 + 0.5 * w;
      velocity = 0.9 * velocity + g;
      w -= 0.01 * (g + 0.9 * velocity);
      assertThat((double) weights[0]).isCloseTo(w, within(1e-6));
    }
  }

  @Test
  void a_share_of_the_rate_moves_the_weights_by_that_share() {
    Optimizer nesterov =
        new Optimizer.Nesterov(new BigDecimal("0.01"), new BigDecimal("0.9"), BigDecimal.ZERO);
    for (Optimizer settings : List.of(adam("1e-8", "0"), sgd("0.9", "0"), nesterov)) {
      float[] whole = START.clone();
      float[] part = START.clone();
      MaskedOptimizer.of(settings, Mask.dense(LAYOUT)).update(whole, GRADIENT, 0.5f, 1);
      MaskedOptimizer.of(settings, Mask.dense(LAYOUT)).update(part, GRADIENT, 0.5f, 0.25);
      assertThat(part[0] - START[0]).isCloseTo(0.25f * (whole[0] - START[0]), within(1e-7f));
      assertThat(whole[0]).isNotEqualTo(START[0]);
    }
  }

  @Test
  void weight_decay_pulls_weights_and_leaves_biases() {
    MaskedOptimizer optimizer = MaskedOptimizer.of(sgd("0", "0.5"), Mask.dense(LAYOUT));
    float[] weights = START.clone();
    optimizer.update(weights, new float[6], 1, 1);
    assertThat(weights[0]).isEqualTo(0.5f - 0.01f * 0.5f * 0.5f);
    assertThat(weights[1]).isEqualTo(-0.5f + 0.01f * 0.5f * 0.5f);
    assertThat(weights[4]).isEqualTo(START[4]);
  }

  @Test
  void a_pruned_weight_keeps_the_bits_of_plus_zero_while_others_move() {
    Mask mask = Mask.keeping(LAYOUT, new int[] {0, 1, 2});
    for (Optimizer settings :
        List.of(
            adam("1e-8", "0.1"),
            adam("1e-300", "0"),
            sgd("0.9", "0.1"),
            new Optimizer.Nesterov(
                new BigDecimal("0.01"), new BigDecimal("0.9"), new BigDecimal("0.1")))) {
      for (float sign : new float[] {1, -1}) {
        MaskedOptimizer optimizer = MaskedOptimizer.of(settings, mask);
        float[] weights = START.clone();
        for (int t = 0; t < 20; t++) {
          optimizer.update(weights, GRADIENT, sign, 1);
          assertThat(Float.floatToRawIntBits(weights[3])).isZero();
        }
        assertThat(weights[0]).isNotEqualTo(START[0]);
        assertThat(weights[1]).isNotEqualTo(START[1]);
      }
    }
  }

  private static Optimizer adam(String epsilon, String decay) {
    return new Optimizer.Adam(
        new BigDecimal("0.01"),
        new BigDecimal("0.9"),
        new BigDecimal("0.999"),
        new BigDecimal(epsilon),
        new BigDecimal(decay));
  }

  private static Optimizer sgd(String momentum, String decay) {
    return new Optimizer.Sgd(
        new BigDecimal("0.01"), new BigDecimal(momentum), new BigDecimal(decay));
  }
}
