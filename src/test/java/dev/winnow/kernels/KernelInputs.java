package dev.winnow.kernels;

import dev.winnow.kernels.vector.VectorKernels;
import dev.winnow.random.RandomStream;
import java.util.List;
import java.util.stream.IntStream;

/** Kernels, and random numbers and a sparse matrix for them to work on. */
abstract class KernelInputs {
  static final int FRONT = Kernels.FRONT;
  static final int INPUTS = 300;
  static final int UNITS = 7;

  /** Columns of rows of several chains. */
  static final int LONG = 2100;

  final RandomStream random = RandomStream.of(1, "kernels-test");
  final CsrPattern pattern =
      CsrPattern.of(
          IntStream.range(0, INPUTS * UNITS)
              // Row 3 has no entries, row 4 all.
              .filter(p -> p / INPUTS != 3 && (p / INPUTS == 4 || random.nextInt(4) == 0))
              .toArray(),
          UNITS,
          INPUTS);
  final float[] values = numbers(pattern.size() + UNITS);
  final CsrMatrix sparse = new CsrMatrix(pattern, values);
  final Epilogue noBias = new Epilogue(new float[UNITS], 0, false);

  static List<Kernels> kernels() {
    return List.of(new PlainKernels(), new VectorKernels());
  }

  /** Rows of no, some, one whole, more than one and more than two chains; two values for each. */
  CsrMatrix longRows() {
    int[] lengths = {0, 7, Kernels.CHAIN, Kernels.CHAIN + 1, 2 * Kernels.CHAIN, LONG, LONG};
    int[] kept =
        IntStream.range(0, LONG * UNITS).filter(p -> p % LONG < lengths[p / LONG]).toArray();
    return new CsrMatrix(CsrPattern.of(kept, UNITS, LONG), numbers(2 * kept.length));
  }

  static Matrix matrix(float[] rows, int step) {
    return Matrix.ofRows(rows, FRONT, step);
  }

  float[] rows(int count, int columns) {
    return numbers(FRONT + count * columns);
  }

  float[] numbers(int count) {
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = (float) random.nextGaussian();
    }
    return numbers;
  }
}
