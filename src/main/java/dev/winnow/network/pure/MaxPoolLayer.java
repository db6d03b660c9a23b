package dev.winnow.network.pure;

import dev.winnow.kernels.PoolKernels;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The largest of each 2 × 2 pixels; its gradient goes to the first of equals. In and out are {@link
 * FeatureMaps}.
 */
final class MaxPoolLayer implements Layer {
  private final PoolKernels kernels;
  private final FeatureMaps in;
  private final FeatureMaps out;

  MaxPoolLayer(PoolKernels kernels, FeatureMaps in) {
    this.kernels = kernels;
    this.in = in;
    this.out = in.pooled();
  }

  @Override
  public ActivationLayout layout() {
    return out;
  }

  @Override
  public void forward(float[] from, float[] to, int examples) {
    kernels.max(out.mapSize(), in.all(from, examples), out.all(to, examples));
  }

  @Override
  public void backward(
      float[] from, float[] to, float[] delta, float @Nullable [] inDelta, int examples) {
    if (inDelta == null) {
      return;
    }
    if (in.height() % 2 != 0 || in.width() % 2 != 0) {
      Arrays.fill(inDelta, 0);
    }
    kernels.maxGradient(
        out.mapSize(),
        in.all(from, examples),
        out.all(to, examples),
        out.all(delta, examples),
        in.all(inDelta, examples));
  }

  @Override
  public List<Parameters> parameters() {
    return List.of();
  }
}
