package dev.winnow.lottery.criterion;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MagnitudeIncreaseSameSignTest {
  @Test
  void a_changed_sign_goes_before_anything_that_shrank() {
    assertThat(Pairs.scores(new MagnitudeIncreaseSameSign()))
        .containsExactly(3, 0.25f, Float.NEGATIVE_INFINITY, -3, 0);
  }
}
