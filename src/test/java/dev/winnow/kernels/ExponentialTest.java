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
  void many_at_once_have_the_bits_of_each() {
    double[] x = {0, -0.0, -0.3, -1, -17.25, -149.9, -150, -150.1, Double.NaN, -1e30};
    double[] all = x.clone();
    Exponential.replace(all, new double[x.length], new double[x.length]);
    for (int i = 0; i < x.length; i++) {
      assertThat(all[i]).isEqualTo(Double.valueOf(Exponential.of(x[i])));
    }
  }

  @Test
  void far_below_zero_it_is_zero_and_nonsense_stays_nonsense() {
    assertThat(Exponential.of(-1e30)).isZero();
    assertThat(Exponential.of(Double.NEGATIVE_INFINITY)).isZero();
    assertThat(Exponential.of(Double.NaN)).isNaN();
  }
}
