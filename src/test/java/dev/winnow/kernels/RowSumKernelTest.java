package dev.winnow.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sums along rows. */
class RowSumKernelTest extends KernelInputs {
  @ParameterizedTest
  @MethodSource("kernels")
  void sddmm_sums_along_the_rows_of_both_matrices(Kernels kernels) {
    for (int columns : new int[] {64, 128}) {
      float[] in = rows(INPUTS, columns);
      float[] delta = rows(UNITS, columns);
      float[] start = numbers(UNITS);
      float[] sums = new float[pattern.size() + 1];
      kernels.sddmm(new CsrMatrix(pattern, sums), in, delta, start, columns);
      for (int unit = 0; unit < UNITS; unit++) {
        for (int c = pattern.rowPointers()[unit]; c < pattern.rowPointers()[unit + 1]; c++) {
          double sum = start[unit];
          for (int j = 0; j < columns; j++) {
            int from = FRONT + pattern.columnIndices()[c] * columns + j;
            sum += (double) in[from] * delta[FRONT + unit * columns + j];
          }
          assertThat((double) sums[c]).isCloseTo(sum, within(1e-4));
        }
      }
      assertThat(sums[pattern.size()]).isZero();
    }
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void partial_sums_begin_anew_after_a_chain(Kernels kernels) {
    int chain = Kernels.LANES * Kernels.CHAIN;
    float[] rows = new float[FRONT + 2 * chain];
    rows[FRONT] = 1;
    // Each of these is too small to change the 1, but not all of them together.
    for (int j = chain; j < 2 * chain; j += Kernels.LANES) {
      rows[FRONT + j] = 0x1p-25f;
    }
    float[] sums = new float[2];
    kernels.rowSums(rows, 1, sums, 0, 2 * chain);
    assertThat(sums[0]).isEqualTo(1 + Kernels.CHAIN * 0x1p-25f);
    float[] ones = new float[rows.length];
    Arrays.fill(ones, 1);
    CsrPattern one = new CsrPattern(new int[] {0, 1}, new int[] {0});
    kernels.sddmm(new CsrMatrix(one, sums), rows, ones, new float[1], 2 * chain);
    assertThat(sums[0]).isEqualTo(1 + Kernels.CHAIN * 0x1p-25f);
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void rows_are_summed_up_one_by_one(Kernels kernels) {
    float[] rows = rows(67, 128);
    float[] sums = new float[70];
    kernels.rowSums(rows, 67, sums, 2, 128);
    for (int row = 0; row < 67; row++) {
      double sum = 0;
      for (int j = 0; j < 128; j++) {
        sum += rows[FRONT + row * 128 + j];
      }
      assertThat((double) sums[2 + row]).isCloseTo(sum, within(1e-4));
    }
    assertThat(sums[1] + sums[69]).isZero();
  }
}
