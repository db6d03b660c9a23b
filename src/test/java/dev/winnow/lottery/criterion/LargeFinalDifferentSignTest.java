package dev.winnow.lottery.criterion;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LargeFinalDifferentSignTest {
  @Test
  void only_a_changed_sign_scores() {
    assertThat(Pairs.scores(new LargeFinalDifferentSign())).containsExactly(0, 0, 2, 0, 0);
  }
}
