package dev.winnow.lottery.criterion;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SmallInitTest {
  @Test
  void what_was_small_at_initialisation_stays_whatever_was_learned() {
    assertThat(Pairs.scores(new SmallInit())).containsExactly(-2, -0.5f, -1, -4, -3);
  }
}
