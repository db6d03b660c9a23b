package dev.winnow.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.winnow.catalog.Choice;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every optimizer in the catalog keeps. */
class OptimizerContractTest {
  private static final int PRUNED = 3;

  static List<Optimizer> optimizers() {
    return TrainingForTests.optimizers().entries();
  }

  private static Choice settings(Optimizer optimizer, String decay) {
    return SixValues.chosen(optimizer, Map.of("learningRate", "0.01", "weightDecay", decay));
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void a_pruned_weight_keeps_the_bits_of_plus_zero_while_others_move(Optimizer optimizer) {
    for (String decay : List.of("0", "0.1")) {
      for (float sign : new float[] {1, -1}) {
        ParameterUpdater learner = SixValues.pruned(optimizer, settings(optimizer, decay));
        for (int t = 0; t < 20; t++) {
          SixValues.update(learner, sign, 1);
          assertThat(Float.floatToRawIntBits(learner.values()[PRUNED])).isZero();
          assertThat(learner.memory()).allMatch(memory -> memory[PRUNED] == 0);
        }
        assertThat(learner.values()[0]).isNotEqualTo(SixValues.START[0]);
        assertThat(learner.values()[1]).isNotEqualTo(SixValues.START[1]);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void the_first_step_goes_against_the_gradient(Optimizer optimizer) {
    ParameterUpdater learner = SixValues.dense(optimizer, settings(optimizer, "0"));
    SixValues.update(learner, 0.5f, 1);
    for (int i = 0; i < SixValues.START.length; i++) {
      float step = learner.values()[i] - SixValues.START[i];
      if (i != 2) {
        assertThat(Math.signum(step)).isEqualTo(-Math.signum(SixValues.GRADIENT[i]));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void a_share_of_the_rate_moves_the_weights_by_that_share(Optimizer optimizer) {
    ParameterUpdater whole = SixValues.dense(optimizer, settings(optimizer, "0"));
    ParameterUpdater part = SixValues.dense(optimizer, settings(optimizer, "0"));
    SixValues.update(whole, 0.5f, 1);
    SixValues.update(part, 0.5f, 0.25);
    float step = whole.values()[0] - SixValues.START[0];
    assertThat(part.values()[0] - SixValues.START[0]).isCloseTo(0.25f * step, within(1e-7f));
    assertThat(step).isNotZero();
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void decay_moves_weights_and_leaves_biases(Optimizer optimizer) {
    ParameterUpdater learner = SixValues.dense(optimizer, settings(optimizer, "0.5"));
    SixValues.update(learner, new float[6], 1, 1);
    assertThat(Math.abs(learner.values()[0])).isLessThan(Math.abs(SixValues.START[0]));
    assertThat(Math.abs(learner.values()[1])).isLessThan(Math.abs(SixValues.START[1]));
    assertThat(learner.values()[4]).isEqualTo(SixValues.START[4]);
    assertThat(learner.values()[5]).isEqualTo(SixValues.START[5]);
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void it_goes_on_from_its_memory_to_the_bit(Optimizer optimizer) {
    ParameterUpdater whole = SixValues.pruned(optimizer, settings(optimizer, "0.1"));
    IntStream.range(0, 7).forEach(t -> SixValues.update(whole, 0.5f, 1));
    ParameterUpdater rest = SixValues.pruned(optimizer, settings(optimizer, "0.1"));
    copy(whole.values(), rest.values());
    assertThat(whole.memory()).hasSize(optimizer.memories());
    for (int m = 0; m < optimizer.memories(); m++) {
      copy(whole.memory().get(m), rest.memory().get(m));
    }
    rest.resume(7);
    for (int t = 0; t < 5; t++) {
      SixValues.update(whole, -0.5f, 0.5);
      SixValues.update(rest, -0.5f, 0.5);
      assertThat(rest.values()).isEqualTo(whole.values());
    }
  }

  private static void copy(float[] from, float[] to) {
    System.arraycopy(from, 0, to, 0, from.length);
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void the_gradient_it_sees_is_the_mean_of_what_is_not_pruned(Optimizer optimizer) {
    ParameterUpdater learner = SixValues.pruned(optimizer, settings(optimizer, "0.1"));
    copy(SixValues.GRADIENT, learner.gradient());
    learner.gradient()[PRUNED] = -8;
    float[] seen = learner.maskedGradient(0.5f);
    assertThat(seen).containsExactly(2f, -1f, 1e-7f * 0.5f, 0f, 1f, -3f);
    assertThat(Float.floatToRawIntBits(seen[PRUNED])).isZero();
    assertThat(learner.values()).isEqualTo(SixValues.START);
  }
}
