package dev.winnow.kernels.vector;

import dev.winnow.kernels.Kernels;
import dev.winnow.kernels.MapWindow;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Sums of products of the slopes of four output channels with what four taps see, over some pixels
 * of a chain. 16 sums are as many as keep two units of multiply-add busy, and 4 + 4 loads for 16
 * multiply-adds are half of what a core can load.
 */
final class SlopeTile {
  static final int TILE = 4;

  /** Slopes of this many pixels stay in the first cache while all taps go over them. */
  static final int PIXELS = 64;

  private static final VectorSpecies<Float> SPECIES = VectorKernels.SPECIES;
  private static final int WIDTH = SPECIES.length();

  private final float[] slopes = new float[PIXELS * TILE * Kernels.LANES];
  private final float[] in;
  private final int[] from;
  private final int[] inputOffsets;
  private final float[] chain;
  private int begin;
  private int end;

  /**
   * @param from where each pixel stands in the input
   * @param inputOffsets of as many taps as fill tiles
   * @param chain for each tile of taps the sums of four channels, each with four taps, in {@link
   *     Kernels#LANES} partial sums
   */
  SlopeTile(float[] in, int[] from, int[] inputOffsets, float[] chain) {
    this.in = in;
    this.from = from;
    this.inputOffsets = inputOffsets;
    this.chain = chain;
  }

  /** From now on sums go over these pixels of four output channels. */
  void load(MapWindow delta, int[] places, int[] channels, int begin, int end) {
    this.begin = begin;
    this.end = end;
    int to = 0;
    for (int p = begin; p < end; p++) {
      for (int channel : channels) {
        for (int lane = 0; lane < Kernels.LANES; lane += WIDTH) {
          FloatVector.fromArray(SPECIES, delta.values(), places[p] + channel + lane)
              .intoArray(slopes, to);
          to += WIDTH;
        }
      }
    }
  }

  void add(int tap, int row) {
    for (int lane = 0; lane < Kernels.LANES; lane += WIDTH) {
      add(tap, row, lane);
    }
  }

  private void add(int tap, int tapRow, int lane) {
    int p0 = inputOffsets[tap] + lane;
    int p1 = inputOffsets[tap + 1] + lane;
    int p2 = inputOffsets[tap + 2] + lane;
    int p3 = inputOffsets[tap + 3] + lane;
    float[] x = in;
    float[] d = slopes;
    float[] c = chain;
    int[] f = from;
    int to = tapRow * Kernels.LANES + lane;
    FloatVector s00 = FloatVector.fromArray(SPECIES, c, to);
    FloatVector s01 = FloatVector.fromArray(SPECIES, c, to + Kernels.LANES);
    FloatVector s02 = FloatVector.fromArray(SPECIES, c, to + 2 * Kernels.LANES);
    FloatVector s03 = FloatVector.fromArray(SPECIES, c, to + 3 * Kernels.LANES);
    FloatVector s10 = FloatVector.fromArray(SPECIES, c, to + 4 * Kernels.LANES);
    FloatVector s11 = FloatVector.fromArray(SPECIES, c, to + 5 * Kernels.LANES);
    FloatVector s12 = FloatVector.fromArray(SPECIES, c, to + 6 * Kernels.LANES);
    FloatVector s13 = FloatVector.fromArray(SPECIES, c, to + 7 * Kernels.LANES);
    FloatVector s20 = FloatVector.fromArray(SPECIES, c, to + 8 * Kernels.LANES);
    FloatVector s21 = FloatVector.fromArray(SPECIES, c, to + 9 * Kernels.LANES);
    FloatVector s22 = FloatVector.fromArray(SPECIES, c, to + 10 * Kernels.LANES);
    FloatVector s23 = FloatVector.fromArray(SPECIES, c, to + 11 * Kernels.LANES);
    FloatVector s30 = FloatVector.fromArray(SPECIES, c, to + 12 * Kernels.LANES);
    FloatVector s31 = FloatVector.fromArray(SPECIES, c, to + 13 * Kernels.LANES);
    FloatVector s32 = FloatVector.fromArray(SPECIES, c, to + 14 * Kernels.LANES);
    FloatVector s33 = FloatVector.fromArray(SPECIES, c, to + 15 * Kernels.LANES);
    int k = lane;
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
      FloatVector d1 = FloatVector.fromArray(SPECIES, d, k + Kernels.LANES);
      s10 = x0.fma(d1, s10);
      s11 = x1.fma(d1, s11);
      s12 = x2.fma(d1, s12);
      s13 = x3.fma(d1, s13);
      FloatVector d2 = FloatVector.fromArray(SPECIES, d, k + 2 * Kernels.LANES);
      s20 = x0.fma(d2, s20);
      s21 = x1.fma(d2, s21);
      s22 = x2.fma(d2, s22);
      s23 = x3.fma(d2, s23);
      FloatVector d3 = FloatVector.fromArray(SPECIES, d, k + 3 * Kernels.LANES);
      s30 = x0.fma(d3, s30);
      s31 = x1.fma(d3, s31);
      s32 = x2.fma(d3, s32);
      s33 = x3.fma(d3, s33);
      k += TILE * Kernels.LANES;
    }
    s00.intoArray(c, to);
    s01.intoArray(c, to + Kernels.LANES);
    s02.intoArray(c, to + 2 * Kernels.LANES);
    s03.intoArray(c, to + 3 * Kernels.LANES);
    s10.intoArray(c, to + 4 * Kernels.LANES);
    s11.intoArray(c, to + 5 * Kernels.LANES);
    s12.intoArray(c, to + 6 * Kernels.LANES);
    s13.intoArray(c, to + 7 * Kernels.LANES);
    s20.intoArray(c, to + 8 * Kernels.LANES);
    s21.intoArray(c, to + 9 * Kernels.LANES);
    s22.intoArray(c, to + 10 * Kernels.LANES);
    s23.intoArray(c, to + 11 * Kernels.LANES);
    s30.intoArray(c, to + 12 * Kernels.LANES);
    s31.intoArray(c, to + 13 * Kernels.LANES);
    s32.intoArray(c, to + 14 * Kernels.LANES);
    s33.intoArray(c, to + 15 * Kernels.LANES);
  }
}
