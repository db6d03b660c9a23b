package dev.winnow.kernels.vector;

import dev.winnow.kernels.CsrMatrix;
import dev.winnow.kernels.Kernels;
import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Sums along rows in {@link Kernels#LANES} partial sums. Those of {@link #ROWS} rows are collected,
 * then added up together. Belongs to one thread.
 */
final class LaneSums {
  private static final VectorSpecies<Float> SPECIES = VectorKernels.SPECIES;
  private static final int WIDTH = SPECIES.length();
  private static final int LANES = Kernels.LANES;
  private static final int FRONT = Kernels.FRONT;

  /** Rows that wait. */
  private static final int ROWS = 64;

  /** Numbers of a row that belong to one chain. */
  private static final int CHAIN = Kernels.CHAIN * LANES;

  private final float[] partial = new float[FRONT + ROWS * WIDTH];
  private float[] ones = {};
  private float[] left = ones;
  private float[] right = ones;
  private int columns;

  /** See {@link Kernels#sddmm}. */
  void sddmm(CsrMatrix sums, float[] in, float[] delta, float[] start, int columns) {
    multiply(in, delta, columns);
    boolean four = columns == 4 * WIDTH && WIDTH == LANES;
    int[] rowPointers = sums.pattern().rowPointers();
    int[] columnIndices = sums.pattern().columnIndices();
    int c = 0;
    for (int unit = 0; unit < rowPointers.length - 1; unit++) {
      int at = FRONT + unit * columns;
      while (c < rowPointers[unit + 1]) {
        int end = Math.min(rowPointers[unit + 1], (c / ROWS + 1) * ROWS);
        if (four) {
          fourVectors(columnIndices, c, end, at, start[unit]);
        } else {
          anyVectors(columnIndices, c, end, at, start[unit]);
        }
        c = end;
        if (c % ROWS == 0) {
          addUp(sums.values(), c - ROWS, ROWS);
        }
      }
    }
    addUp(sums.values(), c / ROWS * ROWS, c % ROWS);
  }

  private void multiply(float[] left, float[] right, int columns) {
    this.left = left;
    this.right = right;
    this.columns = columns;
  }

  private void fourVectors(int[] columnIndices, int begin, int end, int at, float start) {
    float[] in = left;
    FloatVector d0 = FloatVector.fromArray(SPECIES, right, at);
    FloatVector d1 = FloatVector.fromArray(SPECIES, right, at + WIDTH);
    FloatVector d2 = FloatVector.fromArray(SPECIES, right, at + 2 * WIDTH);
    FloatVector d3 = FloatVector.fromArray(SPECIES, right, at + 3 * WIDTH);
    FloatVector zero = FloatVector.zero(SPECIES).withLane(0, start);
    for (int c = begin; c < end; c++) {
      int from = FRONT + columnIndices[c] * 4 * WIDTH;
      FloatVector sum = FloatVector.fromArray(SPECIES, in, from).fma(d0, zero);
      sum = FloatVector.fromArray(SPECIES, in, from + WIDTH).fma(d1, sum);
      sum = FloatVector.fromArray(SPECIES, in, from + 2 * WIDTH).fma(d2, sum);
      sum = FloatVector.fromArray(SPECIES, in, from + 3 * WIDTH).fma(d3, sum);
      sum.intoArray(partial, FRONT + c % ROWS * WIDTH);
    }
  }

  private void anyVectors(int[] columnIndices, int begin, int end, int at, float start) {
    for (int c = begin; c < end; c++) {
      lanes(FRONT + columnIndices[c] * columns, at, start)
          .intoArray(partial, FRONT + c % ROWS * WIDTH);
    }
  }

  /** The partial sums of one product, added up to the width of a vector. */
  private FloatVector lanes(int from, int at, float start) {
    FloatVector first = lanes(from, at, start, 0);
    if (WIDTH >= 16) {
      return first;
    }
    FloatVector half = first.add(lanes(from, at, 0, 8));
    if (WIDTH >= 8) {
      return half;
    }
    FloatVector quarter = lanes(from, at, 0, 4);
    return half.add(quarter.add(lanes(from, at, 0, 12)));
  }

  private FloatVector lanes(int from, int at, float start, int lane) {
    FloatVector sum = FloatVector.zero(SPECIES).withLane(0, start);
    sum = chain(from, at, lane, sum);
    for (int first = CHAIN; first < columns; first += CHAIN) {
      sum = sum.add(chain(from, at, first + lane, FloatVector.zero(SPECIES)));
    }
    return sum;
  }

  /** The sums that go on from others over the columns of one chain. */
  private FloatVector chain(int from, int at, int first, FloatVector begin) {
    FloatVector sum = begin;
    int end = Math.min(columns, first / CHAIN * CHAIN + CHAIN);
    for (int j = first; j < end; j += LANES) {
      FloatVector slope = FloatVector.fromArray(SPECIES, right, at + j);
      sum = FloatVector.fromArray(SPECIES, left, from + j).fma(slope, sum);
    }
    return sum;
  }

  /** See {@link Kernels#rowSums}. */
  void rowSums(float[] rows, int count, float[] sums, int to, int columns) {
    if (ones.length < columns) {
      ones = new float[columns];
      Arrays.fill(ones, 1);
    }
    multiply(rows, ones, columns);
    for (int row = 0; row < count; row += ROWS) {
      int end = Math.min(row + ROWS, count);
      for (int r = row; r < end; r++) {
        lanes(FRONT + r * columns, 0, 0).intoArray(partial, FRONT + r % ROWS * WIDTH);
      }
      addUp(sums, to + row, end - row);
    }
  }

  private void addUp(float[] sums, int to, int count) {
    RowTree.join(partial, count);
    System.arraycopy(partial, FRONT, sums, to, count);
  }
}
