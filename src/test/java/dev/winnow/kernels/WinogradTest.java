package dev.winnow.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Winograd's algorithm gives what convolutions tap by tap do, within rounding errors. */
class WinogradTest extends ConvolutionInputs {
  /** Relative to the largest number: F(2 × 2, 3 × 3) adds up to 36 numbers for one. */
  private static final float ERROR = 4e-6f;

  /** The least number of channels, more than one block of columns, and more than one chain. */
  static Stream<Case> cases() {
    return Stream.of(
        new Case(16, 16, 2, 2, 1, 3, 1),
        new Case(17, 21, 4, 6, 1, 3, 16),
        new Case(64, 16, 8, 2, 1, 3, 37),
        new Case(70, 130, 2, 4, 1, 3, 20),
        new Case(20, 18, 10, 12, 1, 3, 70));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void an_output_is_that_of_a_convolution_tap_by_tap(Case some) {
    MapWindow in = in(some);
    float[] weights = numbers(some.out() * some.taps());
    Epilogue epilogue = new Epilogue(numbers(2 + some.out()), 2, some.out() % 2 == 0);
    float[] before = out(some).values();
    float[] expected = before.clone();
    direct(some, in, weights, epilogue, out(some, expected));
    List<float[]> actual =
        kernels().stream()
            .map(
                kernels -> {
                  MapWindow out = out(some, before.clone());
                  kernels.winograd().convolve(shape(some), in, byTap(some, weights), epilogue, out);
                  return out.values();
                })
            .toList();
    assertSame(actual, expected);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void the_gradient_of_the_input_is_the_convolution_with_turned_kernels(Case some) {
    MapWindow delta = delta(some);
    float[] weights = numbers(some.out() * some.taps());
    float[] turned = new float[weights.length];
    for (int w = 0; w < weights.length; w++) {
      int output = w / some.taps();
      int input = w % some.taps() / 9;
      turned[(input * some.out() + output) * 9 + 8 - w % 9] = weights[w];
    }
    Case back = new Case(some.out(), some.in(), some.rows(), some.columns(), 1, 3, some.examples());
    Epilogue unbiased = new Epilogue(new float[some.in()], 0, false);
    float[] before = in(some).values();
    float[] expected = before.clone();
    direct(back, delta, turned, unbiased, out(back, expected));
    List<float[]> actual =
        kernels().stream()
            .map(
                kernels -> {
                  MapWindow out = out(back, before.clone());
                  kernels
                      .winograd()
                      .inputGradient(shape(some), delta, byTap(some, weights), unbiased, out);
                  return out.values();
                })
            .toList();
    assertSame(actual, expected);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void the_gradient_of_the_weights_is_that_of_a_convolution_tap_by_tap(Case some) {
    MapWindow in = in(some);
    MapWindow delta = delta(some);
    int biases = 1 + some.out() * some.taps();
    float[] padded = new float[biases + some.out()];
    new PlainConvolutions().gradient(some.shape(), in, delta, padded, biases);
    float[] expected = byTap(some, Arrays.copyOfRange(padded, 1, biases));
    List<float[]> actual =
        kernels().stream()
            .map(
                kernels -> {
                  float[] gradient = new float[expected.length];
                  kernels.winograd().gradient(shape(some), in, delta, gradient);
                  return gradient;
                })
            .toList();
    assertSame(actual, expected);
  }

  /** The first and the second to the bit, and what is expected within rounding errors. */
  private static void assertSame(List<float[]> actual, float[] expected) {
    assertThat(actual.get(1)).isEqualTo(actual.get(0));
    float largest = 0;
    for (float number : expected) {
      largest = Math.max(largest, Math.abs(number));
    }
    assertThat(actual.get(0)).containsExactly(expected, within(ERROR * largest));
  }

  /** From the order [o][i][ky][kx] to [ky][kx][o][i]. */
  private static float[] byTap(Case some, float[] weights) {
    float[] ordered = new float[weights.length];
    int pairs = some.out() * some.in();
    for (int w = 0; w < weights.length; w++) {
      ordered[w % 9 * pairs + w / 9] = weights[w];
    }
    return ordered;
  }

  private static WinogradShape shape(Case some) {
    return new WinogradShape(some.in(), some.out(), some.rows(), some.columns());
  }

  private static MapWindow out(Case some, float[] values) {
    return new MapWindow(values, some.outSteps(), some.examples());
  }

  /** The shapes of {@link Case} have their first weight at 1. */
  private static void direct(
      Case some, MapWindow in, float[] weights, Epilogue epilogue, MapWindow out) {
    float[] shifted = new float[1 + weights.length];
    System.arraycopy(weights, 0, shifted, 1, weights.length);
    new PlainConvolutions().convolve(some.shape(), in, shifted, epilogue, out);
  }

  @Test
  void odd_maps_and_too_few_or_too_many_channels_are_refused() {
    for (int[] shape : new int[][] {{15, 16, 2, 2}, {16, 1025, 2, 2}, {16, 16, 3, 2}}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new WinogradShape(shape[0], shape[1], shape[2], shape[3]))
          .withMessageStartingWith("Must be of 16 to 1024 channels and even rows and columns, is ");
    }
  }
}
