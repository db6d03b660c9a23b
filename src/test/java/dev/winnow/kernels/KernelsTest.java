package dev.winnow.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.winnow.kernels.vector.VectorKernels;
import dev.winnow.random.RandomStream;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class KernelsTest {
  private static final int FRONT = Kernels.FRONT;
  private static final int SOURCES = 300;
  private static final int UNITS = 7;

  private final RandomStream random = RandomStream.of(1, "kernels-test");
  private final Connections connections =
      Connections.of(
          IntStream.range(0, SOURCES * UNITS)
              // Unit 3 reads nothing, unit 4 everything.
              .filter(p -> p / SOURCES != 3 && (p / SOURCES == 4 || random.nextInt(4) == 0))
              .toArray(),
          UNITS,
          SOURCES);
  private final float[] values = numbers(connections.size() + UNITS);
  private final CsrMatrix factors = new CsrMatrix(connections, values);
  private final Epilogue noBias = new Epilogue(new float[UNITS], 0, false);

  static List<Kernels> kernels() {
    return List.of(new PlainKernels(), new VectorKernels());
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void a_product_is_start_and_weighted_sum(Kernels kernels) {
    float[] in = rows(SOURCES, 64);
    float[] out = new float[FRONT + UNITS * 64];
    float[] rectified = new float[FRONT + UNITS * 64];
    kernels.product(factors, in, new Epilogue(values, connections.size(), false), out, 64);
    kernels.product(factors, in, new Epilogue(values, connections.size(), true), rectified, 64);
    for (int i = 0; i < UNITS * 64; i++) {
      double sum = values[connections.size() + i / 64] + weightedSum(in, i / 64, i % 64, 64);
      assertThat((double) out[FRONT + i]).isCloseTo(sum, within(1e-4));
      assertThat(rectified[FRONT + i]).isEqualTo(Math.max(out[FRONT + i], 0));
    }
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void a_rectified_product_keeps_what_is_not_a_number(Kernels kernels) {
    float[] in = rows(SOURCES, 64);
    in[FRONT + 5] = Float.NaN;
    float[] out = new float[FRONT + UNITS * 64];
    kernels.product(factors, in, new Epilogue(values, 0, true), out, 64);
    assertThat(out[FRONT + 4 * 64 + 4]).isNotNaN();
    assertThat(out[FRONT + 4 * 64 + 5]).isNaN();
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void a_passed_product_is_zero_where_the_unit_is_not_active(Kernels kernels) {
    float[] in = rows(SOURCES, 128);
    float[] activations = rows(UNITS, 128);
    activations[FRONT + 7] = 0;
    activations[FRONT + 8] = Float.NaN;
    float[] out = rows(UNITS, 128);
    float[] all = new float[FRONT + UNITS * 128];
    kernels.passedProduct(factors, in, activations, out, 128);
    kernels.product(factors, in, noBias, all, 128);
    for (int i = FRONT; i < all.length; i++) {
      assertThat(out[i]).isEqualTo(activations[i] > 0 ? all[i] : 0);
    }
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void a_multiplication_adds_to_what_is_there(Kernels kernels) {
    int rows = 7;
    int depth = 13;
    float[] a = numbers(rows * 20 + 3);
    float[] b = numbers(depth * 130 + 1);
    float[] c = numbers(rows * 140 + 2);
    float[] before = c.clone();
    kernels.multiply(
        Matrix.ofRows(a, 3, 20),
        Matrix.ofRows(b, 1, 130),
        Matrix.ofRows(c, 2, 140),
        new ProductSize(rows, depth, 128));
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < 140 && 2 + i * 140 + j < c.length; j++) {
        double sum = before[2 + i * 140 + j];
        for (int k = 0; k < depth && j < 128; k++) {
          sum += (double) a[3 + i * 20 + k] * b[1 + k * 130 + j];
        }
        assertThat((double) c[2 + i * 140 + j]).isCloseTo(sum, within(1e-5));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void the_first_factor_may_be_transposed(Kernels kernels) {
    float[] a = rows(9, 6);
    float[] transposed = new float[FRONT + 6 * 9];
    for (int k = 0; k < 6; k++) {
      matrix(a, 6).copyColumn(0, k, matrix(transposed, 9), 9);
    }
    Matrix b = Matrix.ofRows(numbers(6 * 64), 0, 64);
    float[] expected = new float[9 * 64];
    float[] actual = new float[9 * 64];
    ProductSize size = new ProductSize(9, 6, 64);
    kernels.multiply(matrix(a, 6), b, Matrix.ofRows(expected, 0, 64), size);
    Matrix same = matrix(transposed, 9).transposed();
    kernels.multiply(same, b, Matrix.ofRows(actual, 0, 64), size);
    assertThat(actual).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void rows_in_pairs_have_factors_of_their_own(Kernels kernels) {
    float[] in = rows(SOURCES, 128);
    float[] start = numbers(128);
    float[] twice = numbers(2 * connections.size());
    float[] out = new float[FRONT + 2 * UNITS * 128];
    kernels.pairs(new CsrMatrix(connections, twice), in, start, out, 128);
    for (int second = 0; second < 2; second++) {
      float[] own = new float[connections.size()];
      for (int c = 0; c < own.length; c++) {
        own[c] = twice[2 * c + second];
      }
      float[] sums = new float[FRONT + UNITS * 128];
      kernels.product(new CsrMatrix(connections, own), in, noBias, sums, 128);
      for (int i = 0; i < UNITS * 128; i++) {
        float sum = out[FRONT + (2 * (i / 128) + second) * 128 + i % 128];
        assertThat(sum).isCloseTo(start[i % 128] + sums[FRONT + i], within(1e-4f));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void dots_are_sums_along_the_rows_of_source_and_unit(Kernels kernels) {
    for (int columns : new int[] {64, 128}) {
      float[] in = rows(SOURCES, columns);
      float[] delta = rows(UNITS, columns);
      float[] start = numbers(UNITS);
      float[] sums = new float[connections.size() + 1];
      kernels.dots(new CsrMatrix(connections, sums), in, delta, start, columns);
      for (int unit = 0; unit < UNITS; unit++) {
        for (int c = connections.starts()[unit]; c < connections.starts()[unit + 1]; c++) {
          double sum = start[unit];
          for (int j = 0; j < columns; j++) {
            int from = FRONT + connections.sources()[c] * columns + j;
            sum += (double) in[from] * delta[FRONT + unit * columns + j];
          }
          assertThat((double) sums[c]).isCloseTo(sum, within(1e-4));
        }
      }
      assertThat(sums[connections.size()]).isZero();
    }
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void rows_are_summed_up_one_by_one(Kernels kernels) {
    float[] rows = rows(67, 128);
    float[] sums = new float[70];
    kernels.sums(rows, 67, sums, 2, 128);
    for (int row = 0; row < 67; row++) {
      double sum = 0;
      for (int j = 0; j < 128; j++) {
        sum += rows[FRONT + row * 128 + j];
      }
      assertThat((double) sums[2 + row]).isCloseTo(sum, within(1e-4));
    }
    assertThat(sums[1] + sums[69]).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {64, 128, 320})
  void sums_along_rows_have_the_same_bits_on_vectors_and_in_plain_java(int columns) {
    float[] in = rows(SOURCES, columns);
    float[] delta = rows(UNITS, columns);
    float[] start = numbers(UNITS);
    float[][] results = new float[2][connections.size() + SOURCES];
    for (int i = 0; i < 2; i++) {
      CsrMatrix sums = new CsrMatrix(connections, results[i]);
      kernels().get(i).dots(sums, in, delta, start, columns);
      kernels().get(i).sums(in, SOURCES, results[i], connections.size(), columns);
    }
    assertThat(results[1]).isEqualTo(results[0]);
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void what_is_not_active_passes_nothing(Kernels kernels) {
    float[] activations = numbers(64);
    activations[5] = Float.NaN;
    activations[6] = 0;
    float[] sums = activations.clone();
    float[] gradient = numbers(64);
    float[] passed = gradient.clone();
    kernels.rectify(activations);
    kernels.passActive(activations, passed);
    assertThat(activations[5]).isNaN();
    assertThat(passed[5]).isZero();
    for (int i = 6; i < 64; i++) {
      assertThat(activations[i]).isEqualTo(sums[i] > 0 ? sums[i] : 0);
      assertThat(passed[i]).isEqualTo(sums[i] > 0 ? gradient[i] : 0);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {64, 128, 320})
  void vectors_and_plain_java_give_the_same_bits(int columns) {
    float[] in = rows(SOURCES, columns);
    float[] start = numbers(columns);
    float[] activations = rows(UNITS, columns);
    float[] weights = numbers(UNITS * SOURCES);
    float[][][] results = new float[2][4][FRONT + 2 * UNITS * columns];
    for (int i = 0; i < 2; i++) {
      Kernels some = kernels().get(i);
      float[][] out = results[i];
      some.pairs(new CsrMatrix(connections, weights), in, start, out[0], columns);
      some.product(factors, in, new Epilogue(weights, 1, true), out[1], columns);
      some.passedProduct(factors, in, activations, out[2], columns);
      some.multiply(
          Matrix.ofRows(weights, 0, SOURCES),
          matrix(in, columns),
          matrix(out[3], columns),
          new ProductSize(UNITS, SOURCES, columns));
    }
    assertThat(results[1]).isDeepEqualTo(results[0]);
  }

  private double weightedSum(float[] in, int unit, int column, int columns) {
    double sum = 0;
    for (int c = connections.starts()[unit]; c < connections.starts()[unit + 1]; c++) {
      sum += (double) values[c] * in[FRONT + connections.sources()[c] * columns + column];
    }
    return sum;
  }

  private static Matrix matrix(float[] rows, int step) {
    return Matrix.ofRows(rows, FRONT, step);
  }

  private float[] rows(int count, int columns) {
    return numbers(FRONT + count * columns);
  }

  private float[] numbers(int count) {
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = (float) random.nextGaussian();
    }
    return numbers;
  }
}
