package dev.winnow.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Convolutions are what their definition says, within rounding errors. */
class ConvolutionKernelTest extends ConvolutionInputs {
  private static final float ERROR = 0.01f;

  @ParameterizedTest
  @MethodSource("cases")
  void an_output_is_its_bias_and_the_weighted_sum_of_what_the_kernel_sees(Case some) {
    MapWindow in = in(some);
    float[] weights = numbers(1 + some.out() * some.taps());
    float[] biases = numbers(some.out());
    float[] before = out(some).values();
    float[] expected = before.clone();
    for (int o = 0; o < some.out(); o++) {
      for (int place : places(some)) {
        double sum = biases[o];
        for (int j = 0; j < some.taps(); j++) {
          sum += (double) weights[1 + o * some.taps() + j] * seen(some, in, place, j);
        }
        expected[at(some.outSize(), place, o)] = (float) Math.max(sum, 0);
      }
    }
    for (ConvolutionKernels kernels : convolutions()) {
      MapWindow out = new MapWindow(before.clone(), some.outSteps(), some.examples());
      kernels.convolve(some.shape(), in, weights, new Epilogue(biases, 0, true), out);
      clearBeyond(out, before);
      assertThat(out.values()).containsExactly(expected, within(ERROR));
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void the_gradient_of_a_weight_sums_slopes_times_what_the_weight_sees(Case some) {
    MapWindow in = in(some);
    MapWindow delta = delta(some);
    int biases = 1 + some.out() * some.taps();
    float[] expected = new float[biases + some.out()];
    for (int o = 0; o < some.out(); o++) {
      expected[biases + o] = sum(delta, places(some), some.outSize(), o);
      for (int j = 0; j < some.taps(); j++) {
        double sum = 0;
        for (int place : places(some)) {
          sum += (double) delta.values()[at(some.outSize(), place, o)] * seen(some, in, place, j);
        }
        expected[1 + o * some.taps() + j] = (float) sum;
      }
    }
    for (ConvolutionKernels kernels : convolutions()) {
      float[] gradient = new float[expected.length];
      kernels.gradient(some.shape(), in, delta, gradient, biases);
      assertThat(gradient).containsExactly(expected, within(ERROR));
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void sums_over_a_channel_leave_out_what_is_beyond_the_batch(Case some) {
    MapWindow maps = out(some);
    float[] expected = new float[some.out()];
    for (int c = 0; c < some.out(); c++) {
      expected[c] = sum(maps, places(some), some.outSize(), c);
    }
    for (ConvolutionKernels kernels : convolutions()) {
      float[] actual = new float[some.out()];
      kernels.sums(some.outSize(), maps, actual, 0);
      assertThat(actual).containsExactly(expected, within(ERROR));
    }
  }

  @Test
  void without_taps_every_second_pixel_becomes_its_bias_and_others_stay() {
    MapSize whole = new MapSize(5, 6, 10);
    MapSteps all = steps(whole);
    MapSteps second =
        new MapSteps(all.start(), 2 * all.pixel(), 2 * all.row(), all.channel(), all.block());
    ConvolutionShape shape = new ConvolutionShape(new int[0], new int[0], 1, new MapSize(5, 3, 5));
    float[] biases = numbers(5);
    float[] before = maps(whole, all, 16).values();
    float[] expected = before.clone();
    for (int i = 0; i < 16 * 5 * 3 * 5; i++) {
      int channel = i / 16 / 15;
      expected[at(whole, i % 16, channel, i / 80 % 3 * 2, i / 16 % 5 * 2)] = biases[channel];
    }
    for (ConvolutionKernels kernels : convolutions()) {
      MapWindow out = new MapWindow(before.clone(), second, 16);
      MapWindow in = new MapWindow(new float[FRONT + 6 * all.block()], second, 16);
      kernels.convolve(shape, in, new float[0], new Epilogue(biases, 0, false), out);
      assertThat(out.values()).isEqualTo(expected);
    }
  }

  /** All examples and pixels: (example · rows + row) · columns + column. */
  private static float sum(MapWindow maps, int[] places, MapSize size, int channel) {
    double sum = 0;
    for (int place : places) {
      sum += maps.values()[at(size, place, channel)];
    }
    return (float) sum;
  }

  private static int[] places(Case some) {
    int[] places = new int[some.examples() * some.rows() * some.columns()];
    Arrays.setAll(places, place -> place);
    return places;
  }

  private static int at(MapSize size, int place, int channel) {
    int row = place / size.columns() % size.rows();
    int example = place / size.columns() / size.rows();
    return at(size, example, channel, row, place % size.columns());
  }

  private static int at(MapSize size, int example, int channel, int row, int column) {
    int line = example / Kernels.LANES * (size.rows() + 2) + row + 1;
    int pixel = (line * size.channels() + channel) * (size.columns() + 2) + column + 1;
    return FRONT + pixel * Kernels.LANES + example % Kernels.LANES;
  }

  private static float seen(Case some, MapWindow in, int place, int tap) {
    int side = some.side();
    int row = place / some.columns() % some.rows() * some.stride() + tap / side % side - side / 2;
    int column = place % some.columns() * some.stride() + tap % side - side / 2;
    int example = place / some.columns() / some.rows();
    return in.values()[at(some.inSize(), example, tap / (side * side), row, column)];
  }

  private static void clearBeyond(MapWindow out, float[] before) {
    int whole = out.examples() / Kernels.LANES * out.steps().block();
    for (int i = FRONT + whole; i < before.length; i++) {
      if ((i - FRONT) % Kernels.LANES >= out.examples() % Kernels.LANES) {
        out.values()[i] = before[i];
      }
    }
  }
}
