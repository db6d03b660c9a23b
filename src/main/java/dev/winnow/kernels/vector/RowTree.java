package dev.winnow.kernels.vector;

import dev.winnow.kernels.Kernels;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * The end of many sums along rows: at each level of the tree of {@link Kernels} two vectors become
 * one, which holds sums of the halves of both. An addition gives the same bits whichever half comes
 * first.
 */
final class RowTree {
  private static final VectorSpecies<Float> SPECIES = VectorKernels.SPECIES;
  private static final int WIDTH = SPECIES.length();

  private static final VectorShuffle<Float> ACROSS_8 = across(8);
  private static final VectorShuffle<Float> ACROSS_4 = across(4);
  private static final VectorShuffle<Float> ACROSS_2 = across(2);
  private static final VectorShuffle<Float> ACROSS_1 = across(1);
  private static final VectorMask<Float> SECOND_8 = second(8);
  private static final VectorMask<Float> SECOND_4 = second(4);
  private static final VectorMask<Float> SECOND_2 = second(2);
  private static final VectorMask<Float> SECOND_1 = second(1);

  private RowTree() {}

  /**
   * Adds up rows of as many numbers as a vector has.
   *
   * @param rows receives the sums at its beginning; begins at {@link Kernels#FRONT}, and has room
   *     for a multiple of as many rows as a vector has numbers
   */
  static void join(float[] rows, int count) {
    int end = Kernels.FRONT + count * WIDTH;
    for (int at = Kernels.FRONT; WIDTH == 16 && at < end; at += WIDTH * WIDTH) {
      for (int row = at; row < at + 4 * WIDTH; row += WIDTH) {
        fours(rows, row);
      }
    }
    for (int at = Kernels.FRONT; WIDTH == 8 && at < end; at += WIDTH * WIDTH) {
      for (int row = at; row < at + 4 * WIDTH; row += WIDTH) {
        twos(rows, row);
      }
    }
    int to = Kernels.FRONT;
    for (int at = Kernels.FRONT; at < end; at += WIDTH * WIDTH) {
      neighbours(rows, at, to);
      to += WIDTH;
    }
  }

  /** Rows 8 apart, then rows 4 apart. */
  private static void fours(float[] rows, int at) {
    FloatVector a = FloatVector.fromArray(SPECIES, rows, at);
    FloatVector b = FloatVector.fromArray(SPECIES, rows, at + 4 * WIDTH);
    FloatVector c = FloatVector.fromArray(SPECIES, rows, at + 8 * WIDTH);
    FloatVector d = FloatVector.fromArray(SPECIES, rows, at + 12 * WIDTH);
    FloatVector ac = a.blend(c, SECOND_8).add(c.blend(a, SECOND_8).rearrange(ACROSS_8));
    FloatVector bd = b.blend(d, SECOND_8).add(d.blend(b, SECOND_8).rearrange(ACROSS_8));
    ac.blend(bd, SECOND_4).add(bd.blend(ac, SECOND_4).rearrange(ACROSS_4)).intoArray(rows, at);
  }

  /** Rows 4 apart. */
  private static void twos(float[] rows, int at) {
    FloatVector a = FloatVector.fromArray(SPECIES, rows, at);
    FloatVector b = FloatVector.fromArray(SPECIES, rows, at + 4 * WIDTH);
    a.blend(b, SECOND_4).add(b.blend(a, SECOND_4).rearrange(ACROSS_4)).intoArray(rows, at);
  }

  /** Rows 2 apart, then neighbours. */
  private static void neighbours(float[] rows, int at, int to) {
    FloatVector a = FloatVector.fromArray(SPECIES, rows, at);
    FloatVector b = FloatVector.fromArray(SPECIES, rows, at + WIDTH);
    FloatVector c = FloatVector.fromArray(SPECIES, rows, at + 2 * WIDTH);
    FloatVector d = FloatVector.fromArray(SPECIES, rows, at + 3 * WIDTH);
    FloatVector ac = a.blend(c, SECOND_2).add(c.blend(a, SECOND_2).rearrange(ACROSS_2));
    FloatVector bd = b.blend(d, SECOND_2).add(d.blend(b, SECOND_2).rearrange(ACROSS_2));
    ac.blend(bd, SECOND_1).add(bd.blend(ac, SECOND_1).rearrange(ACROSS_1)).intoArray(rows, to);
  }

  private static VectorShuffle<Float> across(int half) {
    return VectorShuffle.fromOp(SPECIES, lane -> (lane ^ half) % WIDTH);
  }

  /** The second of every two groups of {@code half} numbers. */
  private static VectorMask<Float> second(int half) {
    long bits = 0;
    for (int lane = 0; lane < WIDTH; lane++) {
      bits |= (long) (lane / half % 2) << lane;
    }
    return VectorMask.fromLong(SPECIES, bits);
  }
}
