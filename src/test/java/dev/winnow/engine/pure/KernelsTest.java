package dev.winnow.engine.pure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.winnow.engine.pure.vector.VectorKernels;
import dev.winnow.random.RandomStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class KernelsTest {
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

  static List<Kernels> kernels() {
    return List.of(new PlainKernels(), new VectorKernels());
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void a_product_is_start_and_weighted_sum(Kernels kernels) {
    float[] in = numbers(SOURCES * 64);
    float[] start = numbers(UNITS * 64);
    float[] out = new float[UNITS * 64];
    kernels.product(connections, values, in, start, out, 64);
    for (int i = 0; i < out.length; i++) {
      double sum = start[i];
      for (int c = connections.starts()[i / 64]; c < connections.starts()[i / 64 + 1]; c++) {
        sum += (double) values[c] * in[connections.sources()[c] * 64 + i % 64];
      }
      assertThat((double) out[i]).isCloseTo(sum, within(1e-4));
    }
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void a_product_may_begin_with_one_row_for_all_or_where_it_ends(Kernels kernels) {
    float[] in = numbers(SOURCES * 128);
    float[] row = numbers(128);
    float[] repeated = new float[UNITS * 128];
    for (int i = 0; i < repeated.length; i++) {
      repeated[i] = row[i % 128];
    }
    float[] expected = new float[UNITS * 128];
    float[] actual = new float[UNITS * 128];
    kernels.product(connections, values, in, repeated, expected, 128);
    kernels.product(connections, values, in, row, actual, 128);
    assertThat(actual).isEqualTo(expected);
    kernels.product(connections, values, in, repeated, repeated, 128);
    assertThat(repeated).isEqualTo(expected);
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
        rows,
        depth,
        128);
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
    float[] a = numbers(9 * 6);
    float[] transposed = new float[6 * 9];
    Columns.transpose(a, 6, 9, 6, transposed, 9);
    Matrix b = Matrix.ofRows(numbers(6 * 64), 0, 64);
    float[] expected = new float[9 * 64];
    float[] actual = new float[9 * 64];
    kernels.multiply(Matrix.ofRows(a, 0, 6), b, Matrix.ofRows(expected, 0, 64), 9, 6, 64);
    Matrix same = Matrix.ofRows(transposed, 0, 9).transposed();
    kernels.multiply(same, b, Matrix.ofRows(actual, 0, 64), 9, 6, 64);
    assertThat(actual).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void rows_in_pairs_have_factors_of_their_own(Kernels kernels) {
    float[] in = numbers(SOURCES * 128);
    float[] row = numbers(128);
    float[] factors = numbers(2 * connections.size());
    float[] out = new float[2 * UNITS * 128];
    kernels.pairs(connections, factors, in, row, out, 128);
    for (int second = 0; second < 2; second++) {
      float[] own = new float[connections.size()];
      for (int c = 0; c < own.length; c++) {
        own[c] = factors[2 * c + second];
      }
      float[] expected = new float[UNITS * 128];
      kernels.product(connections, own, in, row, expected, 128);
      for (int i = 0; i < expected.length; i++) {
        assertThat(out[(2 * (i / 128) + second) * 128 + i % 128]).isEqualTo(expected[i]);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void dots_are_sums_along_the_rows_of_source_and_unit(Kernels kernels) {
    for (int columns : new int[] {64, 128}) {
      float[] in = numbers(SOURCES * columns);
      float[] delta = numbers(UNITS * columns);
      float[] start = numbers(UNITS);
      float[] sums = new float[connections.size() + 1];
      kernels.dots(connections, in, delta, start, sums, columns);
      for (int unit = 0; unit < UNITS; unit++) {
        for (int c = connections.starts()[unit]; c < connections.starts()[unit + 1]; c++) {
          double sum = start[unit];
          for (int j = 0; j < columns; j++) {
            int from = connections.sources()[c] * columns + j;
            sum += (double) in[from] * delta[unit * columns + j];
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
    float[] rows = numbers(67 * 128);
    float[] sums = new float[70];
    kernels.sums(rows, 67, sums, 2, 128);
    for (int row = 0; row < 67; row++) {
      double sum = 0;
      for (int j = row * 128; j < (row + 1) * 128; j++) {
        sum += rows[j];
      }
      assertThat((double) sums[2 + row]).isCloseTo(sum, within(1e-4));
    }
    assertThat(sums[1] + sums[69]).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {64, 128, 320})
  void sums_along_rows_have_the_same_bits_on_vectors_and_in_plain_java(int columns) {
    float[] in = numbers(SOURCES * columns);
    float[] delta = numbers(UNITS * columns);
    float[] start = numbers(UNITS);
    float[][] results = new float[2][connections.size() + SOURCES];
    for (int i = 0; i < 2; i++) {
      kernels().get(i).dots(connections, in, delta, start, results[i], columns);
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
    float[] in = numbers(SOURCES * columns);
    float[] start = numbers(UNITS * columns);
    float[] weights = numbers(UNITS * SOURCES);
    float[][] results = new float[2][];
    for (int i = 0; i < 2; i++) {
      float[] out = new float[2 * UNITS * columns];
      float[] row = Arrays.copyOf(start, columns);
      kernels().get(i).pairs(connections, weights, in, row, out, columns);
      kernels().get(i).product(connections, values, in, start, out, columns);
      kernels()
          .get(i)
          .multiply(
              Matrix.ofRows(weights, 0, SOURCES),
              Matrix.ofRows(in, 0, columns),
              Matrix.ofRows(out, 0, columns),
              UNITS,
              SOURCES,
              columns);
      results[i] = out;
    }
    assertThat(results[1]).isEqualTo(results[0]);
  }

  private float[] numbers(int count) {
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = (float) random.nextGaussian();
    }
    return numbers;
  }
}
