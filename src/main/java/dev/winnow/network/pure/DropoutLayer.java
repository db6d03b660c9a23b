package dev.winnow.network.pure;

import dev.winnow.kernels.Kernels;
import dev.winnow.network.DropoutDraws;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Drops activations of a batch that is learned, and none of other examples. */
final class DropoutLayer implements Layer {
  private final DropoutDraws draws;
  private final Optional<FeatureMaps> maps;
  private int iteration;
  private float[] factors = {};

  /**
   * @param maps what goes in and comes out; empty if these are {@link FeatureMajor}
   */
  DropoutLayer(DropoutDraws draws, Optional<FeatureMaps> maps) {
    this.draws = draws;
    this.maps = maps;
  }

  @Override
  public ActivationLayout layout() {
    return maps.isPresent() ? maps.get() : new FeatureMajor(draws.size());
  }

  @Override
  public void at(int next) {
    iteration = next;
  }

  @Override
  public void forward(float[] in, float[] out, int examples) {
    draw(examples);
    multiply(in, out);
  }

  private void draw(int examples) {
    int size = layout().size(examples);
    if (factors.length != size) {
      factors = new float[size];
    }
    float[] drawn = draws.factors(iteration, examples);
    for (int e = 0; e < examples; e++) {
      for (int unit = 0; unit < draws.size(); unit++) {
        factors[place(e, unit, examples)] = drawn[e * draws.size() + unit];
      }
    }
  }

  private int place(int example, int unit, int examples) {
    if (maps.isEmpty()) {
      return FeatureMajor.row(unit, FeatureMajor.stride(examples)) + example;
    }
    FeatureMaps some = maps.get();
    int area = some.height() * some.width();
    int row = unit % area / some.width();
    int begin = some.at(example / Kernels.LANES, row, unit / area, unit % some.width());
    return begin + example % Kernels.LANES;
  }

  private void multiply(float[] from, float[] to) {
    for (int i = 0; i < factors.length; i++) {
      to[i] = from[i] * factors[i];
    }
  }

  @Override
  public void infer(float[] in, float[] out, int examples) {
    System.arraycopy(in, 0, out, 0, layout().size(examples));
  }

  @Override
  public void backward(
      float[] in, float[] out, float[] delta, float @Nullable [] inDelta, int examples) {
    if (inDelta != null) {
      Arrays.fill(inDelta, 0);
      multiply(delta, inDelta);
    }
  }

  @Override
  public List<Parameters> parameters() {
    return List.of();
  }
}
