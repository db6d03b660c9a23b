package dev.winnow.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;

class OrthogonalTest {
  @Test
  void rows_are_at_right_angles_and_of_the_gains_length() {
    assertOrthogonal(TensorSpec.weight("fc1.weight", 30, 50), 50, 1);
  }

  @Test
  void so_are_columns_where_there_are_fewer() {
    assertOrthogonal(TensorSpec.weight("fc1.weight", 50, 30), 1, 30);
  }

  @Test
  void a_square_one_is_orthogonal_too() {
    assertOrthogonal(TensorSpec.weight("fc2.weight", 100, 100), 100, 1);
  }

  @Test
  void a_convolutions_rows_are_its_filters() {
    assertOrthogonal(TensorSpec.kernels("conv1.weight", 8, 3, 3), 27, 1);
  }

  /**
   * @param step from one vector to the next
   * @param stride from one of its numbers to the next
   */
  private static void assertOrthogonal(TensorSpec tensor, int step, int stride) {
    double[] values = Draws.of(new Orthogonal(), tensor, Map.of("gain", "1.5")).values();
    int rows = tensor.shape().get(0);
    int count = Math.min(rows, tensor.size() / rows);
    int length = tensor.size() / count;
    for (int i = 0; i < count; i++) {
      for (int j = 0; j <= i; j++) {
        double product = 0;
        for (int k = 0; k < length; k++) {
          product += values[i * step + k * stride] * values[j * step + k * stride];
        }
        assertThat(product).isCloseTo(i == j ? 2.25 : 0, within(1e-12));
      }
    }
  }

  @Test
  void every_direction_is_as_likely_as_its_opposite() {
    double sum = Draws.of(new Orthogonal(), Draws.WIDE, Map.of("gain", "1")).summary().getSum();
    // 300 rows of length 1: the sum over all numbers has a standard deviation of √(300 · 1) ≈ 17.
    assertThat(sum).isCloseTo(0, within(70.0));
  }
}
