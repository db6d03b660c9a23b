package dev.winnow.kernels.vector;

import dev.winnow.kernels.ConvolutionShape;
import dev.winnow.kernels.Kernels;
import jdk.incubator.vector.FloatVector;

/**
 * Four output channels with three taps that lie side by side, as those of a row of a kernel do: 4 +
 * 3 loads for 12 multiply-adds, while a core does as many of the one as of the other, and more sums
 * than the eight that keep two units of multiply-add busy. With 24 sums the compiler kept some of
 * them in memory in one of three JVMs, at half the speed.
 */
final class RowTile extends GradientTile {
  RowTile(ConvolutionShape shape, float[] in, int[] from, GradientScratch scratch) {
    super(shape, in, from, scratch, 3);
  }

  /** Whether all taps come in such rows. */
  static boolean fits(int[] inputOffsets) {
    for (int j = 0; j < inputOffsets.length; j++) {
      int row = j / 3 * 3;
      if (inputOffsets.length % 3 != 0
          || inputOffsets[j] != inputOffsets[row] + j % 3 * Kernels.LANES) {
        return false;
      }
    }
    return true;
  }

  @Override
  void add(int tap, int sums, int lane) {
    int offset = inputOffsets[tap] + lane;
    float[] x = in;
    float[] d = slopes;
    float[] c = chain;
    int[] f = from;
    int to = sums + lane;
    FloatVector s00 = FloatVector.fromArray(SPECIES, c, to);
    FloatVector s01 = FloatVector.fromArray(SPECIES, c, to + LANES);
    FloatVector s02 = FloatVector.fromArray(SPECIES, c, to + 2 * LANES);
    FloatVector s10 = FloatVector.fromArray(SPECIES, c, to + 3 * LANES);
    FloatVector s11 = FloatVector.fromArray(SPECIES, c, to + 4 * LANES);
    FloatVector s12 = FloatVector.fromArray(SPECIES, c, to + 5 * LANES);
    FloatVector s20 = FloatVector.fromArray(SPECIES, c, to + 6 * LANES);
    FloatVector s21 = FloatVector.fromArray(SPECIES, c, to + 7 * LANES);
    FloatVector s22 = FloatVector.fromArray(SPECIES, c, to + 8 * LANES);
    FloatVector s30 = FloatVector.fromArray(SPECIES, c, to + 9 * LANES);
    FloatVector s31 = FloatVector.fromArray(SPECIES, c, to + 10 * LANES);
    FloatVector s32 = FloatVector.fromArray(SPECIES, c, to + 11 * LANES);
    int k = Kernels.FRONT + lane;
    for (int p = begin; p < end; p++) {
      int at = f[p] + offset;
      FloatVector d0 = FloatVector.fromArray(SPECIES, d, k);
      FloatVector d1 = FloatVector.fromArray(SPECIES, d, k + LANES);
      FloatVector d2 = FloatVector.fromArray(SPECIES, d, k + 2 * LANES);
      FloatVector d3 = FloatVector.fromArray(SPECIES, d, k + 3 * LANES);
      FloatVector seen = FloatVector.fromArray(SPECIES, x, at);
      s00 = seen.fma(d0, s00);
      s10 = seen.fma(d1, s10);
      s20 = seen.fma(d2, s20);
      s30 = seen.fma(d3, s30);
      seen = FloatVector.fromArray(SPECIES, x, at + LANES);
      s01 = seen.fma(d0, s01);
      s11 = seen.fma(d1, s11);
      s21 = seen.fma(d2, s21);
      s31 = seen.fma(d3, s31);
      seen = FloatVector.fromArray(SPECIES, x, at + 2 * LANES);
      s02 = seen.fma(d0, s02);
      s12 = seen.fma(d1, s12);
      s22 = seen.fma(d2, s22);
      s32 = seen.fma(d3, s32);
      k += 4 * LANES;
    }
    s00.intoArray(c, to);
    s01.intoArray(c, to + LANES);
    s02.intoArray(c, to + 2 * LANES);
    s10.intoArray(c, to + 3 * LANES);
    s11.intoArray(c, to + 4 * LANES);
    s12.intoArray(c, to + 5 * LANES);
    s20.intoArray(c, to + 6 * LANES);
    s21.intoArray(c, to + 7 * LANES);
    s22.intoArray(c, to + 8 * LANES);
    s30.intoArray(c, to + 9 * LANES);
    s31.intoArray(c, to + 10 * LANES);
    s32.intoArray(c, to + 11 * LANES);
  }
}
