package dev.winnow.lottery.criterion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.architecture.Layout;
import dev.winnow.architecture.Weights;
import dev.winnow.lottery.Evidence;
import dev.winnow.lottery.Mask;
import dev.winnow.lottery.Networks;
import org.junit.jupiter.api.Test;

class MagnitudeTest {
  @Test
  void the_score_is_the_size_after_training_whatever_the_sign_and_leaves_biases_out() {
    Layout layout = Networks.layout(3, 2);
    Weights initial = Networks.random(layout, 1);
    Weights trained = new Weights(layout, new float[] {-2, 1, 0.5f, 100, 3, -4, 100});
    Evidence evidence = new Evidence(Mask.dense(layout), initial, trained);
    assertThat(new Magnitude().score(evidence)).containsExactly(2, 1, 0.5f, 3, 4);
  }
}
