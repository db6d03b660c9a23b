package dev.winnow.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;

class HeUniformTest {
  @Test
  void values_fill_the_interval_whose_variance_is_2_over_fan_in() {
    Draws draws = Draws.of(new HeUniform(), Draws.WIDE, Map.of());
    double bound = Math.sqrt(6.0 / 784);
    assertThat(draws.variance()).isCloseTo(2.0 / 784, within(0.015 * 2 / 784));
    assertThat(draws.summary().getMax()).isBetween(0.9999 * bound, bound);
    assertThat(draws.summary().getMin()).isBetween(-bound, -0.9999 * bound);
    assertThat(draws.summary().getAverage()).isCloseTo(0, within(5e-4));
  }
}
