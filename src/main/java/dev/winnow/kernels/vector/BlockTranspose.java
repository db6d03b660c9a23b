package dev.winnow.kernels.vector;

import dev.winnow.kernels.Kernels;
import dev.winnow.kernels.Matrix;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * Exchanges rows and columns of a matrix, as many of both at once as a vector has numbers: rows
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

  private float[] to = {};
  private int toStep;
  private final float[] square = new float[Kernels.FRONT + WIDTH * WIDTH];

  /** See {@link Kernels#transpose}. */
  void write(Matrix from, Matrix to, int rows, int columns) {
    int wholeRows = rows - rows % WIDTH;
    int wholeColumns = columns - columns % WIDTH;
    this.to = to.values();
    this.toStep = to.rowStep();
    for (int i = 0; i < wholeRows; i += WIDTH) {
      for (int k = 0; k < wholeColumns; k += WIDTH) {
        square(from, from.offset() + i * from.rowStep() + k, to.offset() + k * toStep + i);
      }
    }
    for (int k = wholeColumns; k < columns; k++) {
      from.copyColumn(0, k, to, wholeRows);
    }
    for (int k = 0; k < columns && wholeRows < rows; k++) {
      from.copyColumn(wholeRows, k, to, rows - wholeRows);
    }
  }

  private void square(Matrix from, int at, int place) {
    float[] f = from.values();
    int step = from.rowStep();
    if (WIDTH == 16) {
      halves(f, at, step);
      neighbours(square, Kernels.FRONT, WIDTH, place);
    } else if (WIDTH == 8) {
      quarters(f, at, step);
      neighbours(square, Kernels.FRONT, WIDTH, place);
    } else {
      neighbours(f, at, step, place);
    }
  }

  /** Rows 8 apart, then rows 4 apart. */
  private void halves(float[] from, int at, int step) {
    for (int i = 0; i < 4; i++) {
      int row = at + i * step;
      FloatVector a = FloatVector.fromArray(SPECIES, from, row);
      FloatVector b = FloatVector.fromArray(SPECIES, from, row + 4 * step);
      FloatVector c = FloatVector.fromArray(SPECIES, from, row + 8 * step);
      FloatVector d = FloatVector.fromArray(SPECIES, from, row + 12 * step);
      FloatVector ac = a.blend(c.rearrange(ACROSS_8), SECOND_8);
      FloatVector bd = b.blend(d.rearrange(ACROSS_8), SECOND_8);
      FloatVector ca = a.rearrange(ACROSS_8).blend(c, SECOND_8);
      FloatVector db = b.rearrange(ACROSS_8).blend(d, SECOND_8);
      int to = Kernels.FRONT + i * WIDTH;
      ac.blend(bd.rearrange(ACROSS_4), SECOND_4).intoArray(square, to);
      ac.rearrange(ACROSS_4).blend(bd, SECOND_4).intoArray(square, to + 4 * WIDTH);
      ca.blend(db.rearrange(ACROSS_4), SECOND_4).intoArray(square, to + 8 * WIDTH);
      ca.rearrange(ACROSS_4).blend(db, SECOND_4).intoArray(square, to + 12 * WIDTH);
    }
  }

  /** Rows 4 apart. */
  private void quarters(float[] from, int at, int step) {
    for (int i = 0; i < 4; i++) {
      FloatVector a = FloatVector.fromArray(SPECIES, from, at + i * step);
      FloatVector b = FloatVector.fromArray(SPECIES, from, at + (i + 4) * step);
      int to = Kernels.FRONT + i * WIDTH;
      a.blend(b.rearrange(ACROSS_4), SECOND_4).intoArray(square, to);
      a.rearrange(ACROSS_4).blend(b, SECOND_4).intoArray(square, to + 4 * WIDTH);
    }
  }

  /** Rows 2 apart, then neighbours. */
  private void neighbours(float[] from, int at, int step, int place) {
    for (int i = 0; i < WIDTH; i += 4) {
      int row = at + i * step;
      FloatVector a = FloatVector.fromArray(SPECIES, from, row);
      FloatVector b = FloatVector.fromArray(SPECIES, from, row + step);
      FloatVector c = FloatVector.fromArray(SPECIES, from, row + 2 * step);
      FloatVector d = FloatVector.fromArray(SPECIES, from, row + 3 * step);
      FloatVector ac = a.blend(c.rearrange(ACROSS_2), SECOND_2);
      FloatVector bd = b.blend(d.rearrange(ACROSS_2), SECOND_2);
      FloatVector ca = a.rearrange(ACROSS_2).blend(c, SECOND_2);
      FloatVector db = b.rearrange(ACROSS_2).blend(d, SECOND_2);
      int out = place + i * toStep;
      ac.blend(bd.rearrange(ACROSS_1), SECOND_1).intoArray(to, out);
      ac.rearrange(ACROSS_1).blend(bd, SECOND_1).intoArray(to, out + toStep);
      ca.blend(db.rearrange(ACROSS_1), SECOND_1).intoArray(to, out + 2 * toStep);
      ca.rearrange(ACROSS_1).blend(db, SECOND_1).intoArray(to, out + 3 * toStep);
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
