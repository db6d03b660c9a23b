package dev.winnow.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Kernels on vectors give the bits of those in plain Java. */
class SameBitsKernelTest extends KernelInputs {
  @ParameterizedTest
  @ValueSource(ints = {64, 128, 320, 2 * Kernels.LANES * Kernels.CHAIN + 64})
  void sums_along_rows_have_the_same_bits_on_vectors_and_in_plain_java(int columns) {
    float[] in = rows(INPUTS, columns);
    float[] delta = rows(UNITS, columns);
    float[] start = numbers(UNITS);
    float[][] results = new float[2][pattern.size() + INPUTS];
    for (int i = 0; i < 2; i++) {
      CsrMatrix sums = new CsrMatrix(pattern, results[i]);
      kernels().get(i).sddmm(sums, in, delta, start, columns);
      kernels().get(i).rowSums(in, INPUTS, results[i], pattern.size(), columns);
    }
    assertThat(results[1]).isEqualTo(results[0]);
  }

  @ParameterizedTest
  @ValueSource(ints = {64, 128, 320})
  void vectors_and_plain_java_give_the_same_bits(int columns) {
    float[] in = rows(INPUTS, columns);
    float[] start = numbers(columns);
    float[] activations = rows(UNITS, columns);
    float[] weights = numbers(UNITS * INPUTS);
    float[][][] results = new float[2][4][FRONT + 2 * UNITS * columns];
    for (int i = 0; i < 2; i++) {
      Kernels some = kernels().get(i);
      float[][] out = results[i];
      some.spmmPairs(new CsrMatrix(pattern, weights), in, start, out[0], columns);
      some.spmm(sparse, in, new Epilogue(weights, 1, true), out[1], columns);
      some.spmmReluBackward(sparse, in, activations, out[2], columns);
      some.gemm(
          Matrix.ofRows(weights, 0, INPUTS),
          matrix(in, columns),
          matrix(out[3], columns),
          new GemmSize(UNITS, INPUTS, columns));
    }
    assertThat(results[1]).isDeepEqualTo(results[0]);
  }

  @ParameterizedTest
  @ValueSource(ints = {64, 192})
  void rows_of_several_chains_have_the_same_bits_on_vectors_and_in_plain_java(int columns) {
    CsrMatrix rows = longRows();
    float[] in = rows(LONG, columns);
    float[] start = numbers(columns);
    float[] activations = rows(UNITS, columns);
    float[][][] results = new float[2][3][FRONT + 2 * UNITS * columns];
    for (int i = 0; i < 2; i++) {
      Kernels some = kernels().get(i);
      some.spmmPairs(rows, in, start, results[i][0], columns);
      some.spmm(rows, in, new Epilogue(start, 0, true), results[i][1], columns);
      some.spmmReluBackward(rows, in, activations, results[i][2], columns);
    }
    assertThat(results[1]).isDeepEqualTo(results[0]);
  }
}
