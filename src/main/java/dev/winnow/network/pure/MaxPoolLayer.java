package dev.winnow.network.pure;

import dev.winnow.kernels.Kernels;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The largest of each 2 × 2 pixels; its gradient goes to the first of equals. In and out are {@link
 * FeatureMaps}.
 */
final class MaxPoolLayer implements Layer {
  private static final int RIGHT = Kernels.LANES;

  private final FeatureMaps in;
  private final FeatureMaps out;

  MaxPoolLayer(FeatureMaps in) {
    this.in = in;
    this.out = in.pooled();
  }

  @Override
  public int size(int examples) {
    return out.size(examples);
  }

  @Override
  public void forward(float[] from, float[] to, int examples) {
    forEachPixel(
        examples,
        (upper, t) -> {
          int lower = upper + in.rowStep();
          for (int i = 0; i < Kernels.LANES; i++) {
            float above = Math.max(from[upper + i], from[upper + RIGHT + i]);
            float below = Math.max(from[lower + i], from[lower + RIGHT + i]);
            to[t + i] = Math.max(above, below);
          }
        });
    out.clearBorder(to, examples);
  }

  @Override
  public void backward(
      float[] from, float[] to, float[] delta, float @Nullable [] inDelta, int examples) {
    if (inDelta == null) {
      return;
    }
    Arrays.fill(inDelta, 0);
    forEachPixel(
        examples,
        (upper, t) -> {
          int lower = upper + in.rowStep();
          for (int i = 0; i < Kernels.LANES; i++) {
            float largest = to[t + i];
            int winner = lower + RIGHT + i;
            winner = from[lower + i] == largest ? lower + i : winner;
            winner = from[upper + RIGHT + i] == largest ? upper + RIGHT + i : winner;
            winner = from[upper + i] == largest ? upper + i : winner;
            inDelta[winner] = delta[t + i];
          }
        });
  }

  /** Does something with one pixel that comes out, and the first of the four that it is of. */
  private interface PixelAction {
    void accept(int upper, int t);
  }

  private void forEachPixel(int examples, PixelAction action) {
    out.forEachRow(
        examples,
        (block, row, channel) -> {
          for (int x = 0; x < out.width(); x++) {
            int upper = in.at(block, 2 * row, channel, 2 * x);
            action.accept(upper, out.at(block, row, channel, x));
          }
        });
  }

  @Override
  public List<Parameters> parameters() {
    return List.of();
  }
}
