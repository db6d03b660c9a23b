package dev.winnow.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Products of a sparse matrix and a dense one. */
class SpmmKernelTest extends KernelInputs {
  @ParameterizedTest
  @MethodSource("kernels")
  void spmm_is_bias_and_weighted_sum(Kernels kernels) {
    float[] in = rows(INPUTS, 64);
    float[] out = new float[FRONT + UNITS * 64];
    float[] relu = new float[FRONT + UNITS * 64];
    kernels.spmm(sparse, in, new Epilogue(values, pattern.size(), false), out, 64);
    kernels.spmm(sparse, in, new Epilogue(values, pattern.size(), true), relu, 64);
    for (int i = 0; i < UNITS * 64; i++) {
      double sum = values[pattern.size() + i / 64] + weightedSum(in, i / 64, i % 64, 64);
      assertThat((double) out[FRONT + i]).isCloseTo(sum, within(1e-4));
      assertThat(relu[FRONT + i]).isEqualTo(Math.max(out[FRONT + i], 0));
    }
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void a_background_is_multiplied_by_each_factor_before_the_inputs_are(Kernels kernels) {
    float[] in = rows(INPUTS, 128);
    float[] out = new float[FRONT + UNITS * 128];
    Epilogue epilogue = new Epilogue(values, pattern.size(), false, 0.7f);
    kernels.spmm(sparse, in, epilogue, out, 128);
    float[] starts = new float[UNITS];
    for (int unit = 0; unit < UNITS; unit++) {
      starts[unit] = values[pattern.size() + unit];
      for (int c = pattern.rowPointers()[unit]; c < pattern.rowPointers()[unit + 1]; c++) {
        starts[unit] = Math.fma(0.7f, values[c], starts[unit]);
      }
    }
    float[] expected = new float[FRONT + UNITS * 128];
    kernels.spmm(sparse, in, new Epilogue(starts, 0, false), expected, 128);
    assertThat(out).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void rows_in_pairs_have_factors_of_their_own(Kernels kernels) {
    float[] in = rows(INPUTS, 128);
    float[] start = numbers(128);
    float[] twice = numbers(2 * pattern.size());
    float[] out = new float[FRONT + 2 * UNITS * 128];
    kernels.spmmPairs(new CsrMatrix(pattern, twice), in, start, out, 128);
    for (int second = 0; second < 2; second++) {
      float[] own = new float[pattern.size()];
      for (int c = 0; c < own.length; c++) {
        own[c] = twice[2 * c + second];
      }
      float[] sums = new float[FRONT + UNITS * 128];
      kernels.spmm(new CsrMatrix(pattern, own), in, noBias, sums, 128);
      for (int i = 0; i < UNITS * 128; i++) {
        float sum = out[FRONT + (2 * (i / 128) + second) * 128 + i % 128];
        assertThat(sum).isCloseTo(start[i % 128] + sums[FRONT + i], within(1e-4f));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void further_chains_begin_at_zero_and_are_added_to_what_is_there(Kernels kernels) {
    CsrMatrix rows = longRows();
    float[] in = rows(LONG, 64);
    float[] out = new float[FRONT + UNITS * 64];
    float[] biases = numbers(UNITS);
    kernels.spmm(rows, in, new Epilogue(biases, 0, false), out, 64);
    int[] rowPointers = rows.pattern().rowPointers();
    for (int unit = 0; unit < UNITS; unit++) {
      float sum = biases[unit];
      for (int first = rowPointers[unit]; first < rowPointers[unit + 1]; first += Kernels.CHAIN) {
        float chain = first == rowPointers[unit] ? sum : 0;
        for (int k = first; k < Math.min(first + Kernels.CHAIN, rowPointers[unit + 1]); k++) {
          chain = Math.fma(rows.values()[k], in[FRONT + (k - rowPointers[unit]) * 64 + 5], chain);
        }
        sum = first == rowPointers[unit] ? chain : sum + chain;
      }
      assertThat(out[FRONT + unit * 64 + 5]).isEqualTo(sum);
    }
  }

  private double weightedSum(float[] in, int unit, int column, int columns) {
    double sum = 0;
    for (int c = pattern.rowPointers()[unit]; c < pattern.rowPointers()[unit + 1]; c++) {
      sum += (double) values[c] * in[FRONT + pattern.columnIndices()[c] * columns + column];
    }
    return sum;
  }
}
