package dev.winnow.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;

class GlorotUniformTest {
  @Test
  void values_fill_the_interval_whose_variance_is_2_over_fan_in_plus_fan_out() {
    Draws draws = Draws.of(new GlorotUniform(), Draws.WIDE, Map.of());
    double bound = Math.sqrt(6.0 / 1084);
    assertThat(draws.variance()).isCloseTo(2.0 / 1084, within(0.015 * 2 / 1084));
    assertThat(draws.summary().getMax()).isBetween(0.9999 * bound, bound);
    assertThat(draws.summary().getMin()).isBetween(-bound, -0.9999 * bound);
    assertThat(draws.summary().getAverage()).isCloseTo(0, within(4e-4));
  }
}
