package dev.winnow.engine.sparse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.winnow.engine.sparse.vector.VectorKernels;
import dev.winnow.random.RandomStream;
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
  void a_product_is_bias_and_weighted_sum(Kernels kernels) {
    float[] in = numbers(SOURCES * 64);
    float[] out = new float[UNITS * 64];
    kernels.product(connections, values, in, out, 64);
    for (int i = 0; i < out.length; i++) {
      double sum = values[connections.size() + i / 64];
      for (int c = connections.starts()[i / 64]; c < connections.starts()[i / 64 + 1]; c++) {
        sum += (double) values[c] * in[connections.sources()[c] * 64 + i % 64];
      }
      assertThat((double) out[i]).isCloseTo(sum, within(1e-4));
    }
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void a_gradient_is_the_sum_over_the_batch(Kernels kernels) {
    float[] in = numbers(SOURCES * 64);
    float[] delta = numbers(UNITS * 64);
    float[] sums = new float[values.length];
    kernels.gradient(connections, in, delta, sums, 64);
    for (int unit = 0; unit < UNITS; unit++) {
      for (int c = connections.starts()[unit]; c < connections.starts()[unit + 1]; c++) {
        double sum = 0;
        for (int e = 0; e < 64; e++) {
          sum += (double) in[connections.sources()[c] * 64 + e] * delta[unit * 64 + e];
        }
        assertThat((double) sums[c]).isCloseTo(sum, within(1e-4));
      }
      double sum = 0;
      for (int e = 0; e < 64; e++) {
        sum += delta[unit * 64 + e];
      }
      assertThat((double) sums[connections.size() + unit]).isCloseTo(sum, within(1e-4));
    }
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
  void vectors_and_plain_java_give_the_same_bits(int stride) {
    float[] in = numbers(SOURCES * stride);
    float[] delta = numbers(UNITS * stride);
    float[][] results = new float[2][];
    for (int i = 0; i < 2; i++) {
      float[] out = new float[UNITS * stride];
      float[] sums = new float[values.length];
      kernels().get(i).product(connections, values, in, out, stride);
      kernels().get(i).gradient(connections, in, delta, sums, stride);
      results[i] = join(out, sums);
    }
    assertThat(results[1]).isEqualTo(results[0]);
  }

  private static float[] join(float[] first, float[] second) {
    float[] both = new float[first.length + second.length];
    System.arraycopy(first, 0, both, 0, first.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  private float[] numbers(int count) {
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = (float) random.nextGaussian();
    }
    return numbers;
  }
}
