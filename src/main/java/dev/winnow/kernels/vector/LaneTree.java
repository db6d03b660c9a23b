package dev.winnow.kernels.vector;

import dev.winnow.kernels.Kernels;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The end of many sums in {@link Kernels#LANES} partial sums: at each level of the tree the first
 * half of every sum's numbers gets the second half added.
 */
final class LaneTree {
  private static final VectorSpecies<Float> SPECIES = VectorKernels.SPECIES;
  private static final int WIDTH = SPECIES.length();

  private LaneTree() {}

  /** The numbers of an array for so many sums. */
  static int size(int sums) {
    return Kernels.FRONT + (sums + WIDTH - 1) / WIDTH * WIDTH * Kernels.LANES;
  }

  /**
   * Adds up partial sums, {@link Kernels#LANES} for each sum.
   *
   * @param lanes begins at {@link Kernels#FRONT}, where it receives the sums, and is of {@link
   *     #size}
   */
  static void join(float[] lanes, int sums) {
    for (int half = Kernels.LANES / 2; half >= WIDTH; half /= 2) {
      halve(lanes, sums, half);
    }
    RowTree.join(lanes, sums);
  }

  /** Halves move together. */
  private static void halve(float[] lanes, int sums, int half) {
    for (int sum = 0; sum < sums; sum++) {
      int from = Kernels.FRONT + 2 * sum * half;
      int to = Kernels.FRONT + sum * half;
      for (int lane = 0; lane < half; lane += WIDTH) {
        FloatVector first = FloatVector.fromArray(SPECIES, lanes, from + lane);
        FloatVector second = FloatVector.fromArray(SPECIES, lanes, from + half + lane);
        first.add(second).intoArray(lanes, to + lane);
      }
    }
  }
}
