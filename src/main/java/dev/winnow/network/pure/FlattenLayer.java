package dev.winnow.network.pure;

import dev.winnow.kernels.Kernels;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * From {@link FeatureMaps} to the {@link FeatureMajor} order of fully connected layers; units are
 * in the order channel, row, column.
 */
record FlattenLayer(FeatureMaps maps) implements Layer {
  @Override
  public ActivationLayout layout() {
    return new FeatureMajor(units());
  }

  @Override
  public void forward(float[] in, float[] out, int examples) {
    int stride = FeatureMajor.stride(examples);
    for (int block = 0; block < FeatureMaps.blocks(examples); block++) {
      for (int unit = 0; unit < units(); unit++) {
        int to = FeatureMajor.row(unit, stride) + block * Kernels.LANES;
        System.arraycopy(in, at(block, unit), out, to, Kernels.LANES);
      }
    }
  }

  @Override
  public void backward(
      float[] in, float[] out, float[] delta, float @Nullable [] inDelta, int examples) {
    if (inDelta == null) {
      return;
    }
    int stride = FeatureMajor.stride(examples);
    Arrays.fill(inDelta, 0);
    for (int block = 0; block < FeatureMaps.blocks(examples); block++) {
      for (int unit = 0; unit < units(); unit++) {
        int from = FeatureMajor.row(unit, stride) + block * Kernels.LANES;
        System.arraycopy(delta, from, inDelta, at(block, unit), Kernels.LANES);
      }
    }
  }

  private int units() {
    return maps.channels() * maps.height() * maps.width();
  }

  private int at(int block, int unit) {
    int area = maps.height() * maps.width();
    int row = unit % area / maps.width();
    return maps.at(block, row, unit / area, unit % maps.width());
  }

  @Override
  public List<Parameters> parameters() {
    return List.of();
  }
}
