package dev.winnow.kernels.vector;

import dev.winnow.kernels.CsrMatrix;
import dev.winnow.kernels.Kernels;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** A product with sparse rows that go in pairs, so that what is loaded is multiplied twice. */
final class PairProduct {
  private static final VectorSpecies<Float> SPECIES = VectorKernels.SPECIES;
  private static final int WIDTH = SPECIES.length();

  private final int[] starts;
  private final int[] sources;
  private final float[] factors;
  private final float[] in;
  private final float[] out;
  private final int columns;
  private final WidePairProduct wide;

  PairProduct(CsrMatrix pairs, float[] in, float[] out, int columns) {
    this.starts = pairs.connections().starts();
    this.sources = pairs.connections().sources();
    this.factors = pairs.values();
    this.in = in;
    this.out = out;
    this.columns = columns;
    this.wide = new WidePairProduct(pairs, in, out, columns);
  }

  /** See {@link Kernels#pairs}. */
  void write(float[] start) {
    int j = wide.write(start);
    for (; j < columns; j += 4 * WIDTH) {
      fourVectors(start, j);
    }
  }

  private void fourVectors(float[] start, int column) {
    for (int pair = 0; pair < starts.length - 1; pair++) {
      FloatVector a0 = FloatVector.fromArray(SPECIES, start, column);
      FloatVector a1 = FloatVector.fromArray(SPECIES, start, column + WIDTH);
      FloatVector a2 = FloatVector.fromArray(SPECIES, start, column + 2 * WIDTH);
      FloatVector a3 = FloatVector.fromArray(SPECIES, start, column + 3 * WIDTH);
      FloatVector b0 = a0;
      FloatVector b1 = a1;
      FloatVector b2 = a2;
      FloatVector b3 = a3;
      int k = starts[pair];
      int end = starts[pair + 1];
      boolean further = false;
      do {
        int chainEnd = Math.min(end, k + Kernels.CHAIN);
        for (; k < chainEnd; k++) {
          FloatVector first = FloatVector.broadcast(SPECIES, factors[2 * k]);
          FloatVector second = FloatVector.broadcast(SPECIES, factors[2 * k + 1]);
          int from = Kernels.FRONT + sources[k] * columns + column;
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
