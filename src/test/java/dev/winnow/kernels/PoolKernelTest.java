package dev.winnow.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pooling, on maps where pixels are often equal. */
class PoolKernelTest extends ConvolutionInputs {
  @ParameterizedTest
  @CsvSource({"1,1,1,1", "3,2,3,16", "5,4,1,20", "2,7,6,33"})
  void the_largest_pixel_goes_on_and_the_first_of_equals_has_its_gradient(
      int channels, int rows, int columns, int examples) {
    MapSize out = new MapSize(channels, rows, columns);
    MapSize in = new MapSize(channels, 2 * rows, 2 * columns);
    MapWindow from = maps(in, steps(in), examples);
    for (int i = 0; i < from.values().length; i++) {
      from.values()[i] = Math.round(from.values()[i]);
    }
    MapWindow delta = maps(out, steps(out), examples);
    float[][][] results = new float[2][2][];
    float[] before = maps(out, steps(out), examples).values();
    float[] inBefore = maps(in, steps(in), examples).values();
    for (int i = 0; i < 2; i++) {
      results[i] = new float[][] {before.clone(), inBefore.clone()};
      MapWindow to = new MapWindow(results[i][0], steps(out), examples);
      MapWindow inDelta = new MapWindow(results[i][1], steps(in), examples);
      kernels().get(i).pools().max(out, from, to);
      kernels().get(i).pools().maxGradient(out, from, to, delta, inDelta);
    }
    assertThat(results[1]).isDeepEqualTo(results[0]);

    float[] gradient = inBefore.clone();
    for (int p = 0; p < delta.blocks() * channels * rows * columns * Kernels.LANES; p++) {
      int lane = p % Kernels.LANES;
      int column = p / Kernels.LANES % columns;
      int row = p / Kernels.LANES / columns % rows;
      int channel = p / Kernels.LANES / columns / rows % channels;
      int block = p / Kernels.LANES / columns / rows / channels;
      int first = steps(in).at(block, 2 * row, channel) + 2 * column * Kernels.LANES + lane;
      int below = first + steps(in).row();
      int[] seen = {first, first + Kernels.LANES, below, below + Kernels.LANES};
      int winner = first;
      for (int at : seen) {
        gradient[at] = 0;
        winner = from.values()[at] > from.values()[winner] ? at : winner;
      }
      int place = steps(out).at(block, row, channel) + column * Kernels.LANES + lane;
      gradient[winner] = delta.values()[place];
      assertThat(results[0][0][place]).isEqualTo(from.values()[winner]);
    }
    assertThat(results[0][1]).isEqualTo(gradient);
  }
}
