package dev.winnow.lottery.criterion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class LargeInitLargeFinalTest {
  @Test
  void the_smaller_of_both_sizes_counts() {
    assertThat(Pairs.scores(new LargeInitLargeFinal(), Map.of("alpha", 2)))
        .containsExactly(2, 0.5f, 1, 2, 3);
  }
}
