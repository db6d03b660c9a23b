package dev.winnow.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Products of dense matrices. */
class GemmKernelTest extends KernelInputs {
  @ParameterizedTest
  @MethodSource("kernels")
  void gemm_adds_to_what_is_there(Kernels kernels) {
    int rows = 7;
    int depth = 13;
    float[] a = numbers(rows * 20 + 3);
    float[] b = numbers(depth * 130 + 1);
    float[] c = numbers(rows * 140 + 2);
    float[] before = c.clone();
    kernels.gemm(
        Matrix.ofRows(a, 3, 20),
        Matrix.ofRows(b, 1, 130),
        Matrix.ofRows(c, 2, 140),
        new GemmSize(rows, depth, 128));
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < 140 && 2 + i * 140 + j < c.length; j++) {
        double sum = before[2 + i * 140 + j];
        for (int k = 0; k < depth && j < 128; k++) {
          sum += (double) a[3 + i * 20 + k] * b[1 + k * 130 + j];
        }
        assertThat((double) c[2 + i * 140 + j]).isCloseTo(sum, within(1e-5));
      }
    }
  }

  /** 2²⁴ + 1 = 2²⁴ in floats: only a chain of its own can hold what comes after. */
  @ParameterizedTest
  @MethodSource("kernels")
  void a_long_sum_goes_by_chains(Kernels kernels) {
    int depth = 2 * Kernels.CHAIN + 5;
    float[] a = new float[depth];
    float[] b = new float[depth * 64];
    float[] c = new float[64];
    Arrays.fill(a, 1);
    Arrays.fill(b, 1);
    a[0] = 1 << 24;
    kernels.gemm(
        Matrix.ofRows(a, 0, depth),
        Matrix.ofRows(b, 0, 64),
        Matrix.ofRows(c, 0, 64),
        new GemmSize(1, depth, 64));
    assertThat(c).containsOnly((1 << 24) + Kernels.CHAIN + 4);
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void the_first_factor_may_be_transposed(Kernels kernels) {
    float[] a = rows(9, 6);
    float[] transposed = new float[FRONT + 6 * 9];
    for (int k = 0; k < 6; k++) {
      matrix(a, 6).copyColumn(0, k, matrix(transposed, 9), 9);
    }
    Matrix b = Matrix.ofRows(numbers(6 * 64), 0, 64);
    float[] expected = new float[9 * 64];
    float[] actual = new float[9 * 64];
    GemmSize size = new GemmSize(9, 6, 64);
    kernels.gemm(matrix(a, 6), b, Matrix.ofRows(expected, 0, 64), size);
    Matrix same = matrix(transposed, 9).transposed();
    kernels.gemm(same, b, Matrix.ofRows(actual, 0, 64), size);
    assertThat(actual).isEqualTo(expected);
  }
}
