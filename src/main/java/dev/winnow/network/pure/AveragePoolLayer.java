package dev.winnow.network.pure;

import dev.winnow.kernels.Kernels;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The mean of all pixels of each channel, added up row after row. In and out are {@link
 * FeatureMaps}, out of 1 × 1.
 */
final class AveragePoolLayer implements Layer {
  private final FeatureMaps in;
  private final FeatureMaps out;

  AveragePoolLayer(FeatureMaps in) {
    this.in = in;
    this.out = new FeatureMaps(in.channels(), 1, 1);
  }

  /** What it gives. */
  FeatureMaps out() {
    return out;
  }

  @Override
  public ActivationLayout layout() {
    return out;
  }

  @Override
  public void forward(float[] from, float[] to, int examples) {
    Arrays.fill(to, 0);
    in.forEachRow(
        examples,
        (block, row, channel) -> {
          int begin = out.at(block, 0, channel, 0);
          for (int x = 0; x < in.width(); x++) {
            int f = in.at(block, row, channel, x);
            for (int i = 0; i < Kernels.LANES; i++) {
              to[begin + i] += from[f + i];
            }
          }
        });
    for (int i = 0; i < to.length; i++) {
      to[i] /= in.height() * in.width();
    }
  }

  @Override
  public void backward(
      float[] from, float[] to, float[] delta, float @Nullable [] inDelta, int examples) {
    if (inDelta == null) {
      return;
    }
    Arrays.fill(inDelta, 0);
    in.forEachRow(
        examples,
        (block, row, channel) -> {
          int begin = out.at(block, 0, channel, 0);
          for (int x = 0; x < in.width(); x++) {
            int t = in.at(block, row, channel, x);
            for (int i = 0; i < Kernels.LANES; i++) {
              inDelta[t + i] = delta[begin + i] / (in.height() * in.width());
            }
          }
        });
  }

  @Override
  public List<Parameters> parameters() {
    return List.of();
  }
}
