package dev.winnow.kernels.vector;

import dev.winnow.kernels.ConvolutionShape;
import dev.winnow.kernels.Kernels;
import dev.winnow.kernels.MapWindow;
import jdk.incubator.vector.FloatVector;

/**
 * Eight output channels with three taps that lie side by side, as those of a row of a kernel do, so
 * that two checks of bounds hold for all that is read of a pixel: 8 + 3 loads for 24 multiply-adds.
 */
final class RowTile extends GradientTile {
  RowTile(ConvolutionShape shape, MapWindow in, float[] chain) {
    super(shape, in, chain, 8, 3);
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
    FloatVector s40 = FloatVector.fromArray(SPECIES, c, to + 12 * LANES);
    FloatVector s41 = FloatVector.fromArray(SPECIES, c, to + 13 * LANES);
    FloatVector s42 = FloatVector.fromArray(SPECIES, c, to + 14 * LANES);
    FloatVector s50 = FloatVector.fromArray(SPECIES, c, to + 15 * LANES);
    FloatVector s51 = FloatVector.fromArray(SPECIES, c, to + 16 * LANES);
    FloatVector s52 = FloatVector.fromArray(SPECIES, c, to + 17 * LANES);
    FloatVector s60 = FloatVector.fromArray(SPECIES, c, to + 18 * LANES);
    FloatVector s61 = FloatVector.fromArray(SPECIES, c, to + 19 * LANES);
    FloatVector s62 = FloatVector.fromArray(SPECIES, c, to + 20 * LANES);
    FloatVector s70 = FloatVector.fromArray(SPECIES, c, to + 21 * LANES);
    FloatVector s71 = FloatVector.fromArray(SPECIES, c, to + 22 * LANES);
    FloatVector s72 = FloatVector.fromArray(SPECIES, c, to + 23 * LANES);
    int k = lane;
    for (int p = begin; p < end; p++) {
      int at = f[p] + offset;
      FloatVector x0 = FloatVector.fromArray(SPECIES, x, at);
      FloatVector x1 = FloatVector.fromArray(SPECIES, x, at + LANES);
      FloatVector x2 = FloatVector.fromArray(SPECIES, x, at + 2 * LANES);
      FloatVector slope = FloatVector.fromArray(SPECIES, d, k);
      s00 = x0.fma(slope, s00);
      s01 = x1.fma(slope, s01);
      s02 = x2.fma(slope, s02);
      slope = FloatVector.fromArray(SPECIES, d, k + LANES);
      s10 = x0.fma(slope, s10);
      s11 = x1.fma(slope, s11);
      s12 = x2.fma(slope, s12);
      slope = FloatVector.fromArray(SPECIES, d, k + 2 * LANES);
      s20 = x0.fma(slope, s20);
      s21 = x1.fma(slope, s21);
      s22 = x2.fma(slope, s22);
      slope = FloatVector.fromArray(SPECIES, d, k + 3 * LANES);
      s30 = x0.fma(slope, s30);
      s31 = x1.fma(slope, s31);
      s32 = x2.fma(slope, s32);
      slope = FloatVector.fromArray(SPECIES, d, k + 4 * LANES);
      s40 = x0.fma(slope, s40);
      s41 = x1.fma(slope, s41);
      s42 = x2.fma(slope, s42);
      slope = FloatVector.fromArray(SPECIES, d, k + 5 * LANES);
      s50 = x0.fma(slope, s50);
      s51 = x1.fma(slope, s51);
      s52 = x2.fma(slope, s52);
      slope = FloatVector.fromArray(SPECIES, d, k + 6 * LANES);
      s60 = x0.fma(slope, s60);
      s61 = x1.fma(slope, s61);
      s62 = x2.fma(slope, s62);
      slope = FloatVector.fromArray(SPECIES, d, k + 7 * LANES);
      s70 = x0.fma(slope, s70);
      s71 = x1.fma(slope, s71);
      s72 = x2.fma(slope, s72);
      k += 8 * LANES;
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
    s40.intoArray(c, to + 12 * LANES);
    s41.intoArray(c, to + 13 * LANES);
    s42.intoArray(c, to + 14 * LANES);
    s50.intoArray(c, to + 15 * LANES);
    s51.intoArray(c, to + 16 * LANES);
    s52.intoArray(c, to + 17 * LANES);
    s60.intoArray(c, to + 18 * LANES);
    s61.intoArray(c, to + 19 * LANES);
    s62.intoArray(c, to + 20 * LANES);
    s70.intoArray(c, to + 21 * LANES);
    s71.intoArray(c, to + 22 * LANES);
    s72.intoArray(c, to + 23 * LANES);
  }
}
