package dev.winnow.kernels.vector;

import dev.winnow.kernels.Kernels;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Four output channels at four pixels that lie side by side, so that two checks of bounds hold for
 * all that is read of a tap. 16 sums keep two units of multiply-add busy, and 4 + 4 loads for 16
 * multiply-adds are half of what a core can load; 24 sums were slower.
 */
final class NeighbourTile {
  private static final VectorSpecies<Float> SPECIES = VectorKernels.SPECIES;
  private static final int WIDTH = SPECIES.length();
  private static final int TILE = TapChain.TILE;
  private static final int FRONT = Kernels.FRONT;

  private NeighbourTile() {}

  static void addUp(TapChain chain, int pixel, int output, int lane) {
    float[] x = chain.in;
    float[] w = chain.packed;
    int[] offsets = chain.inputOffsets;
    int p0 = chain.from[pixel] + lane;
    FloatVector s00 = FloatVector.broadcast(SPECIES, chain.starts[output]);
    FloatVector s01 = s00;
    FloatVector s02 = s00;
    FloatVector s03 = s00;
    FloatVector s10 = FloatVector.broadcast(SPECIES, chain.starts[output + 1]);
    FloatVector s11 = s10;
    FloatVector s12 = s10;
    FloatVector s13 = s10;
    FloatVector s20 = FloatVector.broadcast(SPECIES, chain.starts[output + 2]);
    FloatVector s21 = s20;
    FloatVector s22 = s20;
    FloatVector s23 = s20;
    FloatVector s30 = FloatVector.broadcast(SPECIES, chain.starts[output + 3]);
    FloatVector s31 = s30;
    FloatVector s32 = s30;
    FloatVector s33 = s30;
    int k = output * (chain.end() - chain.first());
    int end = chain.end();
    for (int j = chain.first(); j < end; j++) {
      int at = p0 + offsets[j];
      FloatVector x0 = FloatVector.fromArray(SPECIES, x, at);
      FloatVector x1 = FloatVector.fromArray(SPECIES, x, at + Kernels.LANES);
      FloatVector x2 = FloatVector.fromArray(SPECIES, x, at + 2 * Kernels.LANES);
      FloatVector x3 = FloatVector.fromArray(SPECIES, x, at + 3 * Kernels.LANES);
      FloatVector w0 = FloatVector.broadcast(SPECIES, w[k]);
      s00 = x0.fma(w0, s00);
      s01 = x1.fma(w0, s01);
      s02 = x2.fma(w0, s02);
      s03 = x3.fma(w0, s03);
      FloatVector w1 = FloatVector.broadcast(SPECIES, w[k + 1]);
      s10 = x0.fma(w1, s10);
      s11 = x1.fma(w1, s11);
      s12 = x2.fma(w1, s12);
      s13 = x3.fma(w1, s13);
      FloatVector w2 = FloatVector.broadcast(SPECIES, w[k + 2]);
      s20 = x0.fma(w2, s20);
      s21 = x1.fma(w2, s21);
      s22 = x2.fma(w2, s22);
      s23 = x3.fma(w2, s23);
      FloatVector w3 = FloatVector.broadcast(SPECIES, w[k + 3]);
      s30 = x0.fma(w3, s30);
      s31 = x1.fma(w3, s31);
      s32 = x2.fma(w3, s32);
      s33 = x3.fma(w3, s33);
      k += TILE;
    }
    float[] to = chain.sums;
    s00.intoArray(to, FRONT);
    s01.intoArray(to, FRONT + WIDTH);
    s02.intoArray(to, FRONT + 2 * WIDTH);
    s03.intoArray(to, FRONT + 3 * WIDTH);
    s10.intoArray(to, FRONT + 4 * WIDTH);
    s11.intoArray(to, FRONT + 5 * WIDTH);
    s12.intoArray(to, FRONT + 6 * WIDTH);
    s13.intoArray(to, FRONT + 7 * WIDTH);
    s20.intoArray(to, FRONT + 8 * WIDTH);
    s21.intoArray(to, FRONT + 9 * WIDTH);
    s22.intoArray(to, FRONT + 10 * WIDTH);
    s23.intoArray(to, FRONT + 11 * WIDTH);
    s30.intoArray(to, FRONT + 12 * WIDTH);
    s31.intoArray(to, FRONT + 13 * WIDTH);
    s32.intoArray(to, FRONT + 14 * WIDTH);
    s33.intoArray(to, FRONT + 15 * WIDTH);
  }
}
