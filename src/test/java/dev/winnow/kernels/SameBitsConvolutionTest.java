package dev.winnow.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Convolutions on vectors give the bits of those in plain Java. */
class SameBitsConvolutionTest extends ConvolutionInputs {
  @ParameterizedTest
  @MethodSource("cases")
  void convolutions_have_the_same_bits_on_vectors_and_in_plain_java(Case some) {
    MapWindow in = in(some);
    float[] weights = numbers(1 + some.out() * some.taps());
    float[] before = out(some).values();
    Epilogue epilogue = new Epilogue(numbers(2 + some.out()), 2, some.out() % 2 == 0);
    float[][] results = new float[2][];
    for (int i = 0; i < 2; i++) {
      results[i] = before.clone();
      MapWindow out = new MapWindow(results[i], some.outSteps(), some.examples());
      convolutions().get(i).convolve(some.shape(), in, weights, epilogue, out);
    }
    assertThat(results[1]).isEqualTo(results[0]);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void gradients_have_the_same_bits_on_vectors_and_in_plain_java(Case some) {
    MapWindow in = in(some);
    MapWindow delta = delta(some);
    int biases = 1 + some.out() * some.taps();
    float[][] results = new float[2][biases + some.out()];
    for (int i = 0; i < 2; i++) {
      convolutions().get(i).gradient(some.shape(), in, delta, results[i], biases);
    }
    assertThat(results[1]).isEqualTo(results[0]);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void sums_over_channels_have_the_same_bits_on_vectors_and_in_plain_java(Case some) {
    MapWindow maps = out(some);
    float[][] results = new float[2][1 + some.out()];
    for (int i = 0; i < 2; i++) {
      convolutions().get(i).sums(some.outSize(), maps, results[i], 1);
    }
    assertThat(results[1]).isEqualTo(results[0]);
  }
}
