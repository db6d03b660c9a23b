package dev.winnow.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows and columns exchanged. */
class TransposeKernelTest extends KernelInputs {
  @ParameterizedTest
  @MethodSource("kernels")
  void columns_become_rows_and_nothing_else_is_written(Kernels kernels) {
    for (int[] size : new int[][] {{64, 64}, {100, 64}, {37, 21}, {3, 80}, {16, 5}}) {
      float[] from = rows(size[0], 128);
      float[] to = new float[FRONT + size[1] * 128];
      kernels.transpose(matrix(from, 128), matrix(to, 128), size[0], size[1]);
      float[] expected = new float[to.length];
      for (int i = 0; i < size[0]; i++) {
        for (int k = 0; k < size[1]; k++) {
          expected[FRONT + k * 128 + i] = from[FRONT + i * 128 + k];
        }
      }
      assertThat(to).isEqualTo(expected);
    }
  }
}
