package dev.winnow.kernels.vector;

import dev.winnow.kernels.CsrMatrix;
import dev.winnow.kernels.Kernels;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** A {@link SpmmPairs} of eight vectors at once, for as many columns as these are. */
final class WideSpmmPairs {
  private static final VectorSpecies<Float> SPECIES = VectorKernels.SPECIES;
  private static final int WIDTH = SPECIES.length();

  private final int[] rowPointers;
  private final int[] columnIndices;
  private final float[] values;
  private final float[] in;
  private final float[] out;
  private final int columns;

  WideSpmmPairs(CsrMatrix pairs, float[] in, float[] out, int columns) {
    this.rowPointers = pairs.pattern().rowPointers();
    this.columnIndices = pairs.pattern().columnIndices();
    this.values = pairs.values();
    this.in = in;
    this.out = out;
    this.columns = columns;
  }

  /** Returns the first column that is left. */
  int write(float[] start) {
    int j = 0;
    for (; j + 8 * WIDTH <= columns; j += 8 * WIDTH) {
      eightVectors(start, j);
    }
    return j;
  }

  private void eightVectors(float[] start, int column) {
    for (int pair = 0; pair < rowPointers.length - 1; pair++) {
      FloatVector a0 = FloatVector.fromArray(SPECIES, start, column);
      FloatVector a1 = FloatVector.fromArray(SPECIES, start, column + WIDTH);
      FloatVector a2 = FloatVector.fromArray(SPECIES, start, column + 2 * WIDTH);
      FloatVector a3 = FloatVector.fromArray(SPECIES, start, column + 3 * WIDTH);
      FloatVector a4 = FloatVector.fromArray(SPECIES, start, column + 4 * WIDTH);
      FloatVector a5 = FloatVector.fromArray(SPECIES, start, column + 5 * WIDTH);
      FloatVector a6 = FloatVector.fromArray(SPECIES, start, column + 6 * WIDTH);
      FloatVector a7 = FloatVector.fromArray(SPECIES, start, column + 7 * WIDTH);
      FloatVector b0 = a0;
      FloatVector b1 = a1;
      FloatVector b2 = a2;
      FloatVector b3 = a3;
      FloatVector b4 = a4;
      FloatVector b5 = a5;
      FloatVector b6 = a6;
      FloatVector b7 = a7;
      int k = rowPointers[pair];
      int end = rowPointers[pair + 1];
      boolean further = false;
      do {
        int chainEnd = Math.min(end, k + Kernels.CHAIN);
        for (; k < chainEnd; k++) {
          FloatVector first = FloatVector.broadcast(SPECIES, values[2 * k]);
          FloatVector second = FloatVector.broadcast(SPECIES, values[2 * k + 1]);
          int from = Kernels.FRONT + columnIndices[k] * columns + column;
          FloatVector x = FloatVector.fromArray(SPECIES, in, from);
          a0 = x.fma(first, a0);
          b0 = x.fma(second, b0);
          x = FloatVector.fromArray(SPECIES, in, from + WIDTH);
          a1 = x.fma(first, a1);
          b1 = x.fma(second, b1);
          x = FloatVector.fromArray(SPECIES, in, from + 2 * WIDTH);
          a2 = x.fma(first, a2);
          b2 = x.fma(second, b2);
          x = FloatVector.fromArray(SPECIES, in, from + 3 * WIDTH);
          a3 = x.fma(first, a3);
          b3 = x.fma(second, b3);
          x = FloatVector.fromArray(SPECIES, in, from + 4 * WIDTH);
          a4 = x.fma(first, a4);
          b4 = x.fma(second, b4);
          x = FloatVector.fromArray(SPECIES, in, from + 5 * WIDTH);
          a5 = x.fma(first, a5);
          b5 = x.fma(second, b5);
          x = FloatVector.fromArray(SPECIES, in, from + 6 * WIDTH);
          a6 = x.fma(first, a6);
          b6 = x.fma(second, b6);
          x = FloatVector.fromArray(SPECIES, in, from + 7 * WIDTH);
          a7 = x.fma(first, a7);
          b7 = x.fma(second, b7);
        }
        int to = Kernels.FRONT + 2 * pair * columns + column;
        put(a0, to, further);
        put(a1, to + WIDTH, further);
        put(a2, to + 2 * WIDTH, further);
        put(a3, to + 3 * WIDTH, further);
        put(a4, to + 4 * WIDTH, further);
        put(a5, to + 5 * WIDTH, further);
        put(a6, to + 6 * WIDTH, further);
        put(a7, to + 7 * WIDTH, further);
        to += columns;
        put(b0, to, further);
        put(b1, to + WIDTH, further);
        put(b2, to + 2 * WIDTH, further);
        put(b3, to + 3 * WIDTH, further);
        put(b4, to + 4 * WIDTH, further);
        put(b5, to + 5 * WIDTH, further);
        put(b6, to + 6 * WIDTH, further);
        put(b7, to + 7 * WIDTH, further);
        a0 = FloatVector.zero(SPECIES);
        a1 = a0;
        a2 = a0;
        a3 = a0;
        a4 = a0;
        a5 = a0;
        a6 = a0;
        a7 = a0;
        b0 = a0;
        b1 = a0;
        b2 = a0;
        b3 = a0;
        b4 = a0;
        b5 = a0;
        b6 = a0;
        b7 = a0;
        further = true;
      } while (k < end);
    }
  }

  /**
   * @param further whether the sum is that of a further chain
   */
  private void put(FloatVector sum, int to, boolean further) {
    FloatVector all = further ? FloatVector.fromArray(SPECIES, out, to).add(sum) : sum;
    all.intoArray(out, to);
  }
}
