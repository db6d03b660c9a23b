package dev.winnow.kernels.vector;

import dev.winnow.kernels.ConvolutionShape;
import dev.winnow.kernels.Kernels;
import jdk.incubator.vector.FloatVector;

/**
 * Four output channels with four taps wherever they are. 16 sums are as many as keep two units of
 * multiply-add busy, and 4 + 4 loads for 16 multiply-adds are half of what a core can load.
 */
final class SlopeTile extends GradientTile {
  SlopeTile(ConvolutionShape shape, float[] in, int[] from, GradientScratch scratch) {
    super(shape, in, from, scratch, 4);
  }

  @Override
  void add(int tap, int sums, int lane) {
    int p0 = inputOffsets[tap] + lane;
    int p1 = inputOffsets[tap + 1] + lane;
    int p2 = inputOffsets[tap + 2] + lane;
    int p3 = inputOffsets[tap + 3] + lane;
    float[] x = in;
    float[] d = slopes;
    float[] c = chain;
    int[] f = from;
    int to = sums + lane;
    FloatVector s00 = FloatVector.fromArray(SPECIES, c, to);
    FloatVector s01 = FloatVector.fromArray(SPECIES, c, to + LANES);
    FloatVector s02 = FloatVector.fromArray(SPECIES, c, to + 2 * LANES);
    FloatVector s03 = FloatVector.fromArray(SPECIES, c, to + 3 * LANES);
    FloatVector s10 = FloatVector.fromArray(SPECIES, c, to + 4 * LANES);
    FloatVector s11 = FloatVector.fromArray(SPECIES, c, to + 5 * LANES);
    FloatVector s12 = FloatVector.fromArray(SPECIES, c, to + 6 * LANES);
    FloatVector s13 = FloatVector.fromArray(SPECIES, c, to + 7 * LANES);
    FloatVector s20 = FloatVector.fromArray(SPECIES, c, to + 8 * LANES);
    FloatVector s21 = FloatVector.fromArray(SPECIES, c, to + 9 * LANES);
    FloatVector s22 = FloatVector.fromArray(SPECIES, c, to + 10 * LANES);
    FloatVector s23 = FloatVector.fromArray(SPECIES, c, to + 11 * LANES);
    FloatVector s30 = FloatVector.fromArray(SPECIES, c, to + 12 * LANES);
    FloatVector s31 = FloatVector.fromArray(SPECIES, c, to + 13 * LANES);
    FloatVector s32 = FloatVector.fromArray(SPECIES, c, to + 14 * LANES);
    FloatVector s33 = FloatVector.fromArray(SPECIES, c, to + 15 * LANES);
    int k = Kernels.FRONT + lane;
    for (int p = begin; p < end; p++) {
      int place = f[p];
      FloatVector x0 = FloatVector.fromArray(SPECIES, x, place + p0);
      FloatVector x1 = FloatVector.fromArray(SPECIES, x, place + p1);
      FloatVector x2 = FloatVector.fromArray(SPECIES, x, place + p2);
      FloatVector x3 = FloatVector.fromArray(SPECIES, x, place + p3);
      FloatVector d0 = FloatVector.fromArray(SPECIES, d, k);
      s00 = x0.fma(d0, s00);
      s01 = x1.fma(d0, s01);
      s02 = x2.fma(d0, s02);
      s03 = x3.fma(d0, s03);
      FloatVector d1 = FloatVector.fromArray(SPECIES, d, k + LANES);
      s10 = x0.fma(d1, s10);
      s11 = x1.fma(d1, s11);
      s12 = x2.fma(d1, s12);
      s13 = x3.fma(d1, s13);
      FloatVector d2 = FloatVector.fromArray(SPECIES, d, k + 2 * LANES);
      s20 = x0.fma(d2, s20);
      s21 = x1.fma(d2, s21);
      s22 = x2.fma(d2, s22);
      s23 = x3.fma(d2, s23);
      FloatVector d3 = FloatVector.fromArray(SPECIES, d, k + 3 * LANES);
      s30 = x0.fma(d3, s30);
      s31 = x1.fma(d3, s31);
      s32 = x2.fma(d3, s32);
      s33 = x3.fma(d3, s33);
      k += 4 * LANES;
    }
    s00.intoArray(c, to);
    s01.intoArray(c, to + LANES);
    s02.intoArray(c, to + 2 * LANES);
    s03.intoArray(c, to + 3 * LANES);
    s10.intoArray(c, to + 4 * LANES);
    s11.intoArray(c, to + 5 * LANES);
    s12.intoArray(c, to + 6 * LANES);
    s13.intoArray(c, to + 7 * LANES);
    s20.intoArray(c, to + 8 * LANES);
    s21.intoArray(c, to + 9 * LANES);
    s22.intoArray(c, to + 10 * LANES);
    s23.intoArray(c, to + 11 * LANES);
    s30.intoArray(c, to + 12 * LANES);
    s31.intoArray(c, to + 13 * LANES);
    s32.intoArray(c, to + 14 * LANES);
    s33.intoArray(c, to + 15 * LANES);
  }
}
