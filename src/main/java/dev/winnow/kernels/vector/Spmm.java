package dev.winnow.kernels.vector;

import dev.winnow.kernels.CsrMatrix;
import dev.winnow.kernels.CsrPattern;
import dev.winnow.kernels.Epilogue;
import dev.winnow.kernels.Kernels;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@code Y = A · X} with A in CSR; what follows a sum is done before it is stored. Belongs to one
 * thread.
 */
final class Spmm {
  private static final VectorSpecies<Float> SPECIES = VectorKernels.SPECIES;
  private static final int WIDTH = SPECIES.length();

  private CsrMatrix matrix = new CsrMatrix(new CsrPattern(new int[1], new int[0]), new float[0]);
  private int[] rowPointers = matrix.pattern().rowPointers();
  private int[] columnIndices = matrix.pattern().columnIndices();
  private float[] values = matrix.values();
  private float[] in = values;
  private float[] out = values;
  private int columns;

  /** Where the sums of each unit begin. */
  private float[] begins = {};

  /** From now on it multiplies these. */
  Spmm of(CsrMatrix matrix, float[] in, float[] out, int columns) {
    this.matrix = matrix;
    this.rowPointers = matrix.pattern().rowPointers();
    this.columnIndices = matrix.pattern().columnIndices();
    this.values = matrix.values();
    this.in = in;
    this.out = out;
    this.columns = columns;
    return this;
  }

  /** See {@link Kernels#spmm}. */
  void write(Epilogue epilogue) {
    if (begins.length < rowPointers.length) {
      begins = new float[rowPointers.length];
    }
    epilogue.start(matrix, begins);
    for (int j = 0; j < columns; j += 4 * WIDTH) {
      fourVectors(epilogue, j);
    }
  }

  private void fourVectors(Epilogue epilogue, int column) {
    float floor = epilogue.relu() ? 0 : Float.NEGATIVE_INFINITY;
    for (int unit = 0; unit < rowPointers.length - 1; unit++) {
      FloatVector s0 = FloatVector.broadcast(SPECIES, begins[unit]);
      FloatVector s1 = s0;
      FloatVector s2 = s0;
      FloatVector s3 = s0;
      FloatVector t0 = FloatVector.zero(SPECIES);
      FloatVector t1 = t0;
      FloatVector t2 = t0;
      FloatVector t3 = t0;
      int k = rowPointers[unit];
      int end = rowPointers[unit + 1];
      do {
        int chainEnd = Math.min(end, k + Kernels.CHAIN);
        for (; k < chainEnd; k++) {
          FloatVector factor = FloatVector.broadcast(SPECIES, values[k]);
          int row = Kernels.FRONT + columnIndices[k] * columns + column;
          s0 = FloatVector.fromArray(SPECIES, in, row).fma(factor, s0);
          s1 = FloatVector.fromArray(SPECIES, in, row + WIDTH).fma(factor, s1);
          s2 = FloatVector.fromArray(SPECIES, in, row + 2 * WIDTH).fma(factor, s2);
          s3 = FloatVector.fromArray(SPECIES, in, row + 3 * WIDTH).fma(factor, s3);
        }
        t0 = t0.add(s0);
        t1 = t1.add(s1);
        t2 = t2.add(s2);
        t3 = t3.add(s3);
        s0 = FloatVector.zero(SPECIES);
        s1 = s0;
        s2 = s0;
        s3 = s0;
      } while (k < end);
      int to = Kernels.FRONT + unit * columns + column;
      t0.max(floor).intoArray(out, to);
      t1.max(floor).intoArray(out, to + WIDTH);
      t2.max(floor).intoArray(out, to + 2 * WIDTH);
      t3.max(floor).intoArray(out, to + 3 * WIDTH);
    }
  }

  /** See {@link Kernels#spmmReluBackward}. */
  void writeReluBackward(float[] activations) {
    for (int j = 0; j < columns; j += 4 * WIDTH) {
      fourReluBackwardVectors(activations, j);
    }
  }

  private void fourReluBackwardVectors(float[] activations, int column) {
    for (int unit = 0; unit < rowPointers.length - 1; unit++) {
      FloatVector s0 = FloatVector.zero(SPECIES);
      FloatVector s1 = s0;
      FloatVector s2 = s0;
      FloatVector s3 = s0;
      FloatVector t0 = FloatVector.zero(SPECIES);
      FloatVector t1 = t0;
      FloatVector t2 = t0;
      FloatVector t3 = t0;
      int k = rowPointers[unit];
      int end = rowPointers[unit + 1];
      do {
        int chainEnd = Math.min(end, k + Kernels.CHAIN);
        for (; k < chainEnd; k++) {
          FloatVector factor = FloatVector.broadcast(SPECIES, values[k]);
          int row = Kernels.FRONT + columnIndices[k] * columns + column;
          s0 = FloatVector.fromArray(SPECIES, in, row).fma(factor, s0);
          s1 = FloatVector.fromArray(SPECIES, in, row + WIDTH).fma(factor, s1);
          s2 = FloatVector.fromArray(SPECIES, in, row + 2 * WIDTH).fma(factor, s2);
          s3 = FloatVector.fromArray(SPECIES, in, row + 3 * WIDTH).fma(factor, s3);
        }
        t0 = t0.add(s0);
        t1 = t1.add(s1);
        t2 = t2.add(s2);
        t3 = t3.add(s3);
        s0 = FloatVector.zero(SPECIES);
        s1 = s0;
        s2 = s0;
        s3 = s0;
      } while (k < end);
      int to = Kernels.FRONT + unit * columns + column;
      putWhereActive(t0, activations, to);
      putWhereActive(t1, activations, to + WIDTH);
      putWhereActive(t2, activations, to + 2 * WIDTH);
      putWhereActive(t3, activations, to + 3 * WIDTH);
    }
  }

  private void putWhereActive(FloatVector sum, float[] activations, int to) {
    VectorMask<Float> active =
        FloatVector.fromArray(SPECIES, activations, to).compare(VectorOperators.GT, 0);
    FloatVector.zero(SPECIES).blend(sum, active).intoArray(out, to);
  }
}
