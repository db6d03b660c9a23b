package dev.winnow.network.pure;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The way back of {@link FlattenLayer}: from {@link FeatureMajor} to {@link FeatureMaps}. */
record UnflattenLayer(FeatureMaps maps, FlattenLayer flatten) implements Layer {
  static UnflattenLayer to(FeatureMaps maps) {
    return new UnflattenLayer(maps, new FlattenLayer(maps));
  }

  @Override
  public ActivationLayout layout() {
    return maps;
  }

  @Override
  public void forward(float[] in, float[] out, int examples) {
    flatten.backward(out, in, in, out, examples);
  }

  @Override
  public void backward(
      float[] in, float[] out, float[] delta, float @Nullable [] inDelta, int examples) {
    if (inDelta != null) {
      Arrays.fill(inDelta, 0);
      flatten.forward(delta, inDelta, examples);
    }
  }

  @Override
  public List<Parameters> parameters() {
    return List.of();
  }
}
