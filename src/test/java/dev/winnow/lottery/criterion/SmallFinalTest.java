package dev.winnow.lottery.criterion;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SmallFinalTest {
  @Test
  void what_is_small_after_training_stays() {
    assertThat(Pairs.scores(new SmallFinal())).containsExactly(-5, -0.75f, -2, -1, -3);
  }
}
