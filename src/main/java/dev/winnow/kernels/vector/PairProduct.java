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

  PairProduct(CsrMatrix pairs, float[] in, float[] out, int columns) {
    this.starts = pairs.connections().starts();
    this.sources = pairs.connections().sources();
    this.factors = pairs.values();
    this.in = in;
    this.out = out;
    this.columns = columns;
  }

  /** See {@link Kernels#pairs}. */
  void write(float[] start) {
    int j = 0;
    for (; j + 8 * WIDTH <= columns; j += 8 * WIDTH) {
      eightVectors(start, j);
    }
    for (; j < columns; j += 4 * WIDTH) {
      fourVectors(start, j);
    }
  }

  private void eightVectors(float[] start, int column) {
    for (int pair = 0; pair < starts.length - 1; pair++) {
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
      int end = starts[pair + 1];
      for (int k = starts[pair]; k < end; k++) {
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
      a0.intoArray(out, to);
      a1.intoArray(out, to + WIDTH);
      a2.intoArray(out, to + 2 * WIDTH);
      a3.intoArray(out, to + 3 * WIDTH);
      a4.intoArray(out, to + 4 * WIDTH);
      a5.intoArray(out, to + 5 * WIDTH);
      a6.intoArray(out, to + 6 * WIDTH);
      a7.intoArray(out, to + 7 * WIDTH);
      to += columns;
      b0.intoArray(out, to);
      b1.intoArray(out, to + WIDTH);
      b2.intoArray(out, to + 2 * WIDTH);
      b3.intoArray(out, to + 3 * WIDTH);
      b4.intoArray(out, to + 4 * WIDTH);
      b5.intoArray(out, to + 5 * WIDTH);
      b6.intoArray(out, to + 6 * WIDTH);
      b7.intoArray(out, to + 7 * WIDTH);
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
      int end = starts[pair + 1];
      for (int k = starts[pair]; k < end; k++) {
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
      a0.intoArray(out, to);
      a1.intoArray(out, to + WIDTH);
      a2.intoArray(out, to + 2 * WIDTH);
      a3.intoArray(out, to + 3 * WIDTH);
      to += columns;
      b0.intoArray(out, to);
      b1.intoArray(out, to + WIDTH);
      b2.intoArray(out, to + 2 * WIDTH);
      b3.intoArray(out, to + 3 * WIDTH);
    }
  }
}
