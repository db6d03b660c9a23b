package dev.winnow.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Batch normalisation is what its formulas say, and has the same bits on vectors. */
class NormKernelTest extends ConvolutionInputs {
  @ParameterizedTest
  @MethodSource("cases")
  void sums_are_those_of_squares_and_of_slopes_that_a_relu_passes(Case some) {
    for (boolean relu : new boolean[] {false, true}) {
      ChannelNorm norm = norm(some, relu);
      MapWindow in = out(some);
      MapWindow delta = out(some);
      float[] means = numbers(some.out());
      float[][][] results = new float[2][2][];
      for (int i = 0; i < 2; i++) {
        NormKernels kernels = kernels().get(i).norms();
        results[i] = new float[][] {new float[some.out()], new float[2 * some.out()]};
        kernels.squares(some.outSize(), in, means, results[i][0]);
        kernels.slopes(some.outSize(), norm, in, delta, results[i][1]);
      }
      assertThat(results[1]).isDeepEqualTo(results[0]);
      for (int c = 0; c < some.out(); c++) {
        double squares = 0;
        double slopes = 0;
        double products = 0;
        for (int at : present(some, c)) {
          double centred = (double) in.values()[at] - norm.mean(c);
          double slope = slope(norm, c, in.values()[at], delta.values()[at]);
          squares += Math.pow((double) in.values()[at] - means[c], 2);
          slopes += slope;
          products += slope * centred;
        }
        assertThat((double) results[0][0][c]).isCloseTo(squares, within(error(squares)));
        assertThat((double) results[0][1][c]).isCloseTo(slopes, within(error(slopes)));
        assertThat((double) results[0][1][some.out() + c])
            .isCloseTo(products, within(error(products)));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void maps_are_normalised_and_their_gradient_goes_back(Case some) {
    for (boolean relu : new boolean[] {false, true}) {
      ChannelNorm norm = norm(some, relu);
      NormGradient gradient = new NormGradient(norm, numbers(some.out()), numbers(some.out()));
      MapWindow in = out(some);
      MapWindow delta = out(some);
      float[] before = out(some).values();
      float[][][] results = new float[2][2][];
      for (int i = 0; i < 2; i++) {
        NormKernels kernels = kernels().get(i).norms();
        results[i] = new float[][] {before.clone(), before.clone(), before.clone(), before.clone()};
        kernels.normalise(some.outSize(), norm, in, window(some, results[i][0]));
        kernels.gradient(some.outSize(), gradient, in, delta, window(some, results[i][1]));
        for (boolean sumRelu : new boolean[] {false, true}) {
          MapWindow sum = window(some, results[i][sumRelu ? 3 : 2]);
          MapAddend addend = new MapAddend(delta, sumRelu);
          kernels.normaliseOnto(some.outSize(), norm, in, addend, sum);
        }
      }
      assertThat(results[1]).isDeepEqualTo(results[0]);
      for (int c = 0; c < some.out(); c++) {
        for (int at : present(some, c)) {
          float centred = in.values()[at] - norm.mean(c);
          float value = centred * norm.scale(c) + norm.shift(c);
          float slope = slope(norm, c, in.values()[at], delta.values()[at]);
          assertThat(results[0][0][at]).isEqualTo(relu ? Math.max(value, 0) : value);
          float sum = results[0][0][at] + delta.values()[at];
          assertThat(results[0][2][at]).isEqualTo(sum);
          assertThat(results[0][3][at]).isEqualTo(Math.max(sum, 0));
          assertThat(results[0][1][at])
              .isEqualTo(
                  norm.scale(c) * (slope - gradient.slope(c) - centred * gradient.product(c)));
        }
      }
      assertThat(results[0][0][FRONT]).as("the border stays").isEqualTo(before[FRONT]);
    }
  }

  private static double error(double sum) {
    return 0.01 + 1e-6 * Math.abs(sum);
  }

  private ChannelNorm norm(Case some, boolean relu) {
    return new ChannelNorm(numbers(some.out()), numbers(some.out()), numbers(2 * some.out()), relu);
  }

  private static float slope(ChannelNorm norm, int c, float value, float delta) {
    float normalised = (value - norm.mean(c)) * norm.scale(c) + norm.shift(c);
    return norm.relu() && normalised <= 0 ? 0 : delta;
  }

  private static MapWindow window(Case some, float[] values) {
    return new MapWindow(values, some.outSteps(), some.examples());
  }

  /** Where the pixels of the batch's examples stand. */
  private static List<Integer> present(Case some, int channel) {
    MapSteps steps = some.outSteps();
    return Stream.iterate(0, e -> e < some.examples(), e -> e + 1)
        .flatMap(
            e ->
                Stream.iterate(0, p -> p < some.rows() * some.columns(), p -> p + 1)
                    .map(
                        p ->
                            steps.at(e / Kernels.LANES, p / some.columns(), channel)
                                + p % some.columns() * steps.pixel()
                                + e % Kernels.LANES))
        .toList();
  }
}
