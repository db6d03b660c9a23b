package dev.winnow.lottery.criterion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SmallInitSmallFinalTest {
  @Test
  void the_larger_of_both_sizes_counts() {
    assertThat(Pairs.scores(new SmallInitSmallFinal(), Map.of("alpha", 2)))
        .containsExactly(-10, -1.5f, -4, -4, -6);
  }
}
