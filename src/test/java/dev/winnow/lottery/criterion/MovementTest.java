package dev.winnow.lottery.criterion;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MovementTest {
  @Test
  void what_moved_far_stays_in_whatever_direction() {
    assertThat(Pairs.scores(new Movement())).containsExactly(3, 0.25f, 3, 3, 0);
  }
}
