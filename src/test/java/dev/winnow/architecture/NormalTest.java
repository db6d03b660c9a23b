package dev.winnow.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;

class NormalTest {
  @Test
  void the_standard_deviation_is_sigma_whatever_the_layer() {
    Draws wide = Draws.of(new Normal(), Draws.WIDE, Map.of("sigma", "0.2"));
    assertThat(wide.variance()).isCloseTo(0.04, within(0.015 * 0.04));
    assertThat(wide.summary().getAverage()).isCloseTo(0, within(3e-3));
    TensorSpec narrow = TensorSpec.weight("fc2.weight", 2000, 10);
    Draws other = Draws.of(new Normal(), narrow, Map.of("sigma", "0.2"));
    assertThat(other.variance()).isCloseTo(0.04, within(0.05 * 0.04));
  }
}
