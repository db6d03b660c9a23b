package dev.winnow.kernels.vector;

import dev.winnow.kernels.Kernels;
import dev.winnow.kernels.Matrix;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * Exchanges rows and columns of a square matrix, as many rows at once as a vector has numbers: rows
 * that are 8, 4, 2 and 1 apart exchange those halves of each group of numbers that lie across.
 */
final class BlockTranspose {
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

  private final float[] square = new float[Kernels.FRONT + WIDTH * WIDTH];

  void write(Matrix from, Matrix to) {
    for (int i = 0; i < Kernels.BLOCK; i += WIDTH) {
      for (int k = 0; k < Kernels.BLOCK; k += WIDTH) {
        write(
            from.values(),
            from.offset() + i * from.rowStep() + k,
            from.rowStep(),
            to.values(),
            to.offset() + k * to.rowStep() + i,
            to.rowStep());
      }
    }
  }

  private void write(float[] from, int at, int step, float[] to, int place, int toStep) {
    float[] s = square;
    int f = Kernels.FRONT;
    if (WIDTH == 16) {
      exchange(8, ACROSS_8, SECOND_8, from, at, step, s, f, WIDTH);
      exchange(4, ACROSS_4, SECOND_4, s, f, WIDTH, s, f, WIDTH);
      exchange(2, ACROSS_2, SECOND_2, s, f, WIDTH, s, f, WIDTH);
    } else if (WIDTH == 8) {
      exchange(4, ACROSS_4, SECOND_4, from, at, step, s, f, WIDTH);
      exchange(2, ACROSS_2, SECOND_2, s, f, WIDTH, s, f, WIDTH);
    } else {
      exchange(2, ACROSS_2, SECOND_2, from, at, step, s, f, WIDTH);
    }
    exchange(1, ACROSS_1, SECOND_1, s, f, WIDTH, to, place, toStep);
  }

  private static void exchange(
      int half,
      VectorShuffle<Float> across,
      VectorMask<Float> second,
      float[] from,
      int at,
      int step,
      float[] to,
      int place,
      int toStep) {
    for (int i = 0; i < WIDTH / 2; i++) {
      int upper = i + (i & -half);
      FloatVector a = FloatVector.fromArray(SPECIES, from, at + upper * step);
      FloatVector b = FloatVector.fromArray(SPECIES, from, at + (upper + half) * step);
      a.blend(b.rearrange(across), second).intoArray(to, place + upper * toStep);
      a.rearrange(across).blend(b, second).intoArray(to, place + (upper + half) * toStep);
    }
  }

  private static VectorShuffle<Float> across(int half) {
    return VectorShuffle.fromOp(SPECIES, l -> (l ^ half) % WIDTH);
  }

  /** The second of every two groups of {@code half} numbers. */
  private static VectorMask<Float> second(int half) {
    long bits = 0;
    for (int l = 0; l < WIDTH; l++) {
      bits |= (long) (l / half % 2) << l;
    }
    return VectorMask.fromLong(SPECIES, bits);
  }
}
