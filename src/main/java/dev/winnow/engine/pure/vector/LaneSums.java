package dev.winnow.engine.pure.vector;

import dev.winnow.engine.pure.Connections;
import dev.winnow.engine.pure.Kernels;
import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Sums along rows in {@link Kernels#LANES} partial sums. Those of as many rows as a vector has
 * places wait for each other and are added up together: at each level of the tree the halves of two
 * vectors become one. Belongs to one thread.
 */
final class LaneSums {
  private static final VectorSpecies<Float> SPECIES = VectorKernels.SPECIES;
  private static final int WIDTH = SPECIES.length();
  private static final int ROWS = 64;
  private final float[] waiting = new float[(ROWS + 1) * WIDTH];
  private float[] ones = new float[0];

  /** See {@link Kernels#dots}. */
  void dots(
      Connections connections,
      float[] in,
      float[] delta,
      float[] start,
      float[] sums,
      int columns) {
    for (int unit = 0; unit < connections.units(); unit++) {
      int first = connections.starts()[unit];
      int end = connections.starts()[unit + 1];
      if (first < end && columns == 4 * WIDTH && WIDTH == Kernels.LANES) {
        fourVectors(connections.sources(), first, end, in, delta, unit, start[unit], sums);
      } else {
        for (int c = first; c < end; c++) {
          int from = Kernels.FRONT + connections.sources()[c] * columns;
          int at = Kernels.FRONT + unit * columns;
          lanes(in, from, delta, at, start[unit], columns).intoArray(waiting, c % ROWS * WIDTH);
          addUp(c, sums, 0);
        }
      }
    }
    finish(connections.size(), sums, 0);
  }

  private void fourVectors(
      int[] sources,
      int first,
      int end,
      float[] in,
      float[] delta,
      int unit,
      float start,
      float[] sums) {
    int at = Kernels.FRONT + unit * 4 * WIDTH;
    FloatVector d0 = FloatVector.fromArray(SPECIES, delta, at);
    FloatVector d1 = FloatVector.fromArray(SPECIES, delta, at + WIDTH);
    FloatVector d2 = FloatVector.fromArray(SPECIES, delta, at + 2 * WIDTH);
    FloatVector d3 = FloatVector.fromArray(SPECIES, delta, at + 3 * WIDTH);
    FloatVector zero = FloatVector.zero(SPECIES).withLane(0, start);
    for (int c = first; c < end; c++) {
      int from = Kernels.FRONT + sources[c] * 4 * WIDTH;
      FloatVector sum = FloatVector.fromArray(SPECIES, in, from).fma(d0, zero);
      sum = FloatVector.fromArray(SPECIES, in, from + WIDTH).fma(d1, sum);
      sum = FloatVector.fromArray(SPECIES, in, from + 2 * WIDTH).fma(d2, sum);
      sum = FloatVector.fromArray(SPECIES, in, from + 3 * WIDTH).fma(d3, sum);
      sum.intoArray(waiting, c % ROWS * WIDTH);
      addUp(c, sums, 0);
    }
  }

  /** The partial sums of one product of rows, added up to the width of a vector. */
  private static FloatVector lanes(
      float[] in, int from, float[] delta, int at, float start, int columns) {
    FloatVector first = lanes(in, from, delta, at, start, columns, 0);
    if (WIDTH >= 16) {
      return first;
    }
    FloatVector half = first.add(lanes(in, from, delta, at, 0, columns, 8));
    if (WIDTH >= 8) {
      return half;
    }
    FloatVector quarter = lanes(in, from, delta, at, 0, columns, 4);
    return half.add(quarter.add(lanes(in, from, delta, at, 0, columns, 12)));
  }

  private static FloatVector lanes(
      float[] in, int from, float[] delta, int at, float start, int columns, int lane) {
    FloatVector sum = FloatVector.zero(SPECIES).withLane(0, start);
    for (int j = lane; j < columns; j += Kernels.LANES) {
      FloatVector slope = FloatVector.fromArray(SPECIES, delta, at + j);
      sum = FloatVector.fromArray(SPECIES, in, from + j).fma(slope, sum);
    }
    return sum;
  }

  /** See {@link Kernels#sums}. */
  void sums(float[] rows, int count, float[] sums, int to, int columns) {
    if (ones.length < columns) {
      ones = new float[columns];
      Arrays.fill(ones, 1);
    }
    for (int row = 0; row < count; row++) {
      lanes(rows, Kernels.FRONT + row * columns, ones, 0, 0, columns)
          .intoArray(waiting, row % ROWS * WIDTH);
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

  /** Adds up each row that waits. */
  private void tree(float[] sums, int to, int count) {
    int width = WIDTH;
    if (WIDTH > 8) {
      // Upper halves are overwritten by the row after them.
      for (int row = 0; row < count; row++) {
        FloatVector upper = FloatVector.fromArray(SPECIES, waiting, row * WIDTH + 8);
        FloatVector.fromArray(SPECIES, waiting, row * WIDTH).add(upper).intoArray(waiting, row * 8);
      }
      width = 8;
    }
    for (int row = 0; row < count; row++) {
      int at = row * width;
      sums[to + row] = WIDTH < 8 ? four(at) : eight(at);
    }
  }

  private float eight(int at) {
    float[] x = waiting;
    float even = (x[at] + x[at + 4]) + (x[at + 2] + x[at + 6]);
    float odd = (x[at + 1] + x[at + 5]) + (x[at + 3] + x[at + 7]);
    return even + odd;
  }

  private float four(int at) {
    return (waiting[at] + waiting[at + 2]) + (waiting[at + 1] + waiting[at + 3]);
  }
}
