package dev.winnow.lottery.criterion;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MagnitudeIncreaseTest {
  @Test
  void what_grew_stays_and_what_shrank_goes() {
    assertThat(Pairs.scores(new MagnitudeIncrease())).containsExactly(3, 0.25f, 1, -3, 0);
  }
}
