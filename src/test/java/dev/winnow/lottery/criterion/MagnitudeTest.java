package dev.winnow.lottery.criterion;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MagnitudeTest {
  @Test
  void the_score_is_the_size_after_training_whatever_the_sign() {
    assertThat(Pairs.scores(new Magnitude())).containsExactly(5, 0.75f, 2, 1, 3);
  }
}
