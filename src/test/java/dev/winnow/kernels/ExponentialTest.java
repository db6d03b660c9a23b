package dev.winnow.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ExponentialTest {
  @Test
  void it_is_the_exponential_function() {
    for (double x = 0; x > -100; x -= 0.0137) {
      double expected = StrictMath.exp(x);
      assertThat(Exponential.of(x)).isCloseTo(expected, within(1e-13 * expected));
    }
    assertThat(Exponential.of(0)).isEqualTo(1);
  }

  @Test
  void far_below_zero_it_is_zero_and_nonsense_stays_nonsense() {
    assertThat(Exponential.of(-1e30)).isZero();
    assertThat(Exponential.of(Double.NEGATIVE_INFINITY)).isZero();
    assertThat(Exponential.of(Double.NaN)).isNaN();
  }
}
