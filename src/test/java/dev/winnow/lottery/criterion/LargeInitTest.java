package dev.winnow.lottery.criterion;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LargeInitTest {
  @Test
  void what_was_large_at_initialisation_stays_whatever_was_learned() {
    assertThat(Pairs.scores(new LargeInit())).containsExactly(2, 0.5f, 1, 4, 3);
  }
}
