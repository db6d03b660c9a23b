package dev.winnow.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;

class HeNormalTest {
  @Test
  void the_variance_is_2_over_fan_in_also_of_a_convolution() {
    Draws dense = Draws.of(new HeNormal(), Draws.WIDE, Map.of());
    assertThat(dense.variance()).isCloseTo(2.0 / 784, within(0.015 * 2 / 784));
    assertThat(dense.summary().getAverage()).isCloseTo(0, within(5e-4));
    TensorSpec kernels = TensorSpec.kernels("conv1.weight", 128, 64, 3);
    Draws maps = Draws.of(new HeNormal(), kernels, Map.of());
    assertThat(maps.variance()).isCloseTo(2.0 / 576, within(0.025 * 2 / 576));
  }
}
