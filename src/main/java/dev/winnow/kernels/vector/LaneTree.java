package dev.winnow.kernels.vector;

import dev.winnow.kernels.Kernels;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * The end of many sums in {@link Kernels#LANES} partial sums: at each level of the tree the first
 * half of every sum's numbers gets the second half added, and the halves move together.
 */
final class LaneTree {
  private static final VectorSpecies<Float> SPECIES = VectorKernels.SPECIES;
  private static final int WIDTH = SPECIES.length();

  private LaneTree() {}

  /**
   * Adds up partial sums, {@link Kernels#LANES} for each sum.
   *
   * @param lanes receives the sums at its beginning; so much longer than what is added up as a
   *     vector is
   */
  static void join(float[] lanes, int sums) {
    for (int half = Kernels.LANES / 2; half > 0; half /= 2) {
      if (half >= WIDTH) {
        joinLong(lanes, sums, half);
      } else {
        joinShort(lanes, sums * half, half);
      }
    }
  }

  private static void joinLong(float[] lanes, int sums, int half) {
    for (int to = 0; to < sums * half; to += half) {
      for (int lane = to; lane < to + half; lane += WIDTH) {
        FloatVector first = FloatVector.fromArray(SPECIES, lanes, to + lane);
        first.add(FloatVector.fromArray(SPECIES, lanes, to + lane + half)).intoArray(lanes, lane);
      }
    }
  }

  /** What a vector holds beyond its first half is overwritten by the next vector. */
  private static void joinShort(float[] lanes, int numbers, int half) {
    VectorShuffle<Float> together =
        VectorShuffle.fromOp(SPECIES, lane -> lane % (WIDTH / 2) / half * 2 * half + lane % half);
    for (int to = 0; to < numbers; to += WIDTH / 2) {
      FloatVector first = FloatVector.fromArray(SPECIES, lanes, 2 * to);
      FloatVector sum = first.add(FloatVector.fromArray(SPECIES, lanes, 2 * to + half));
      sum.rearrange(together).intoArray(lanes, to);
    }
  }
}
