package dev.winnow.lottery.criterion;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LargeFinalSameSignTest {
  @Test
  void a_changed_sign_scores_zero() {
    assertThat(Pairs.scores(new LargeFinalSameSign())).containsExactly(5, 0.75f, 0, 1, 3);
  }
}
