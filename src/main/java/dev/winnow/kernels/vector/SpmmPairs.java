package dev.winnow.kernels.vector;

import dev.winnow.kernels.CsrMatrix;
import dev.winnow.kernels.Kernels;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** {@code Y = A · X} with A in blocks of 2 × 1, so that what is loaded of X is multiplied twice. */
final class SpmmPairs {
  private static final VectorSpecies<Float> SPECIES = VectorKernels.SPECIES;
  private static final int WIDTH = SPECIES.length();

  private final int[] rowPointers;
  private final int[] columnIndices;
  private final float[] values;
  private final float[] in;
  private final float[] out;
  private final int columns;
  private final WideSpmmPairs wide;

  SpmmPairs(CsrMatrix pairs, float[] in, float[] out, int columns) {
    this.rowPointers = pairs.pattern().rowPointers();
    this.columnIndices = pairs.pattern().columnIndices();
    this.values = pairs.values();
    this.in = in;
    this.out = out;
    this.columns = columns;
    this.wide = new WideSpmmPairs(pairs, in, out, columns);
  }

  /** See {@link Kernels#spmmPairs}. */
  void write(float[] start) {
    int j = wide.write(start);
    for (; j < columns; j += 4 * WIDTH) {
      fourVectors(start, j);
    }
  }

  private void fourVectors(float[] start, int column) {
    for (int pair = 0; pair < rowPointers.length - 1; pair++) {
      FloatVector a0 = FloatVector.fromArray(SPECIES, start, column);
      FloatVector a1 = FloatVector.fromArray(SPECIES, start, column + WIDTH);
      FloatVector a2 = FloatVector.fromArray(SPECIES, start, column + 2 * WIDTH);
      FloatVector a3 = FloatVector.fromArray(SPECIES, start, column + 3 * WIDTH);
      FloatVector b0 = a0;
      FloatVector b1 = a1;
      FloatVector b2 = a2;
      FloatVector b3 = a3;
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
        }
        int to = Kernels.FRONT + 2 * pair * columns + column;
        put(a0, to, further);
        put(a1, to + WIDTH, further);
        put(a2, to + 2 * WIDTH, further);
        put(a3, to + 3 * WIDTH, further);
        to += columns;
        put(b0, to, further);
        put(b1, to + WIDTH, further);
        put(b2, to + 2 * WIDTH, further);
        put(b3, to + 3 * WIDTH, further);
        a0 = FloatVector.zero(SPECIES);
        a1 = a0;
        a2 = a0;
        a3 = a0;
        b0 = a0;
        b1 = a0;
        b2 = a0;
        b3 = a0;
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
