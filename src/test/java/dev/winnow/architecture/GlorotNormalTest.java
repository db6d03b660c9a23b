package dev.winnow.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.catalog.Choice;
import dev.winnow.random.RandomStream;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;

class GlorotNormalTest {
  @Test
  void the_variance_is_2_over_fan_in_plus_fan_out() {
    TensorSpec tensor = TensorSpec.weight("fc1.weight", 300, 784);
    DoubleSupplier values =
        new GlorotNormal()
            .values(tensor, Choice.of("glorot-normal"), RandomStream.of(1, "initialisation"));
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < tensor.size(); i++) {
      double value = values.getAsDouble();
      sum += value;
      squares += value * value;
    }
    double expected = 2.0 / 1084;
    // 235,200 draws: the variance's standard error is 0.3 %.
    assertThat(squares / tensor.size()).isBetween(0.985 * expected, 1.015 * expected);
    assertThat(sum / tensor.size()).isBetween(-4e-4, 4e-4);
  }
}
