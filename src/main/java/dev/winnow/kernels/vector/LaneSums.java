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
  private static final int ROWS = 64;
  private final float[] partial = new float[(ROWS + 1) * WIDTH];
  private float[] ones = new float[0];

  /** See {@link Kernels#sddmm}. */
  void sddmm(CsrMatrix sums, float[] in, float[] delta, float[] start, int columns) {
    RowProducts products = new RowProducts(in, delta, columns);
    int[] rowPointers = sums.pattern().rowPointers();
    int[] columnIndices = sums.pattern().columnIndices();
    for (int unit = 0; unit < rowPointers.length - 1; unit++) {
      if (rowPointers[unit] < rowPointers[unit + 1]
          && columns == 4 * WIDTH
          && WIDTH == Kernels.LANES) {
        fourVectors(products, sums, unit, start[unit]);
      } else {
        for (int c = rowPointers[unit]; c < rowPointers[unit + 1]; c++) {
          int from = Kernels.FRONT + columnIndices[c] * columns;
          int at = Kernels.FRONT + unit * columns;
          products.lanes(from, at, start[unit]).intoArray(partial, c % ROWS * WIDTH);
          addUp(c, sums.values(), 0);
        }
      }
    }
    finish(sums.pattern().size(), sums.values(), 0);
  }

  private void fourVectors(RowProducts products, CsrMatrix sums, int unit, float start) {
    float[] in = products.left;
    float[] delta = products.right;
    int[] columnIndices = sums.pattern().columnIndices();
    int at = Kernels.FRONT + unit * 4 * WIDTH;
    FloatVector d0 = FloatVector.fromArray(SPECIES, delta, at);
    FloatVector d1 = FloatVector.fromArray(SPECIES, delta, at + WIDTH);
    FloatVector d2 = FloatVector.fromArray(SPECIES, delta, at + 2 * WIDTH);
    FloatVector d3 = FloatVector.fromArray(SPECIES, delta, at + 3 * WIDTH);
    FloatVector zero = FloatVector.zero(SPECIES).withLane(0, start);
    int end = sums.pattern().rowPointers()[unit + 1];
    for (int c = sums.pattern().rowPointers()[unit]; c < end; c++) {
      int from = Kernels.FRONT + columnIndices[c] * 4 * WIDTH;
      FloatVector sum = FloatVector.fromArray(SPECIES, in, from).fma(d0, zero);
      sum = FloatVector.fromArray(SPECIES, in, from + WIDTH).fma(d1, sum);
      sum = FloatVector.fromArray(SPECIES, in, from + 2 * WIDTH).fma(d2, sum);
      sum = FloatVector.fromArray(SPECIES, in, from + 3 * WIDTH).fma(d3, sum);
      sum.intoArray(partial, c % ROWS * WIDTH);
      addUp(c, sums.values(), 0);
    }
  }

  /** Sums of products of the rows of two arrays. */
  private static final class RowProducts {
    private final float[] left;
    private final float[] right;
    private final int columns;

    RowProducts(float[] left, float[] right, int columns) {
      this.left = left;
      this.right = right;
      this.columns = columns;
    }

    /** The partial sums of one product, added up to the width of a vector. */
    FloatVector lanes(int from, int at, float start) {
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
      for (int j = lane; j < columns; j += Kernels.LANES) {
        FloatVector slope = FloatVector.fromArray(SPECIES, right, at + j);
        sum = FloatVector.fromArray(SPECIES, left, from + j).fma(slope, sum);
      }
      return sum;
    }
  }

  /** See {@link Kernels#rowSums}. */
  void rowSums(float[] rows, int count, float[] sums, int to, int columns) {
    if (ones.length < columns) {
      ones = new float[columns];
      Arrays.fill(ones, 1);
    }
    RowProducts products = new RowProducts(rows, ones, columns);
    for (int row = 0; row < count; row++) {
      products.lanes(Kernels.FRONT + row * columns, 0, 0).intoArray(partial, row % ROWS * WIDTH);
      addUp(row, sums, to);
    }
    finish(count, sums, to);
  }

  private void addUp(int row, float[] sums, int to) {
    if (row % ROWS == ROWS - 1) {
      tree(sums, to + row - ROWS + 1, ROWS);
    }
  }

  private void finish(int count, float[] sums, int to) {
    tree(sums, to + count - count % ROWS, count % ROWS);
  }

  /** Adds up the partial sums of each row. */
  private void tree(float[] sums, int to, int count) {
    int width = WIDTH;
    if (WIDTH > 8) {
      // Upper halves are overwritten by the row after them.
      for (int row = 0; row < count; row++) {
        FloatVector upper = FloatVector.fromArray(SPECIES, partial, row * WIDTH + 8);
        FloatVector.fromArray(SPECIES, partial, row * WIDTH).add(upper).intoArray(partial, row * 8);
      }
      width = 8;
    }
    for (int row = 0; row < count; row++) {
      int at = row * width;
      sums[to + row] = WIDTH < 8 ? four(at) : eight(at);
    }
  }

  private float eight(int at) {
    float[] x = partial;
    float even = (x[at] + x[at + 4]) + (x[at + 2] + x[at + 6]);
    float odd = (x[at + 1] + x[at + 5]) + (x[at + 3] + x[at + 7]);
    return even + odd;
  }

  private float four(int at) {
    return (partial[at] + partial[at + 2]) + (partial[at + 1] + partial[at + 3]);
  }
}
