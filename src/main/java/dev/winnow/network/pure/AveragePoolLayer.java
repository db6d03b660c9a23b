package dev.winnow.network.pure;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The mean of all pixels of each channel, added up row after row. In and out are {@link Maps}, out
 * of 1 × 1.
 */
final class AveragePoolLayer implements Layer {
  private final Maps in;
  private final Maps out;

  AveragePoolLayer(Maps in) {
    this.in = in;
    this.out = new Maps(in.channels(), 1, 1);
  }

  /** What it gives. */
  Maps out() {
    return out;
  }

  @Override
  public int size(int examples) {
    return out.size(examples);
  }

  @Override
  public void forward(float[] from, float[] to, int examples) {
    Arrays.fill(to, 0);
    int begin = out.at(0, 0, examples);
    int pixel = in.pixel(examples);
    for (int y = 0; y < in.height(); y++) {
      for (int x = 0; x < in.width(); x++) {
        int f = in.at(y, x, examples);
        for (int i = 0; i < pixel; i++) {
          to[begin + i] += from[f + i];
        }
      }
    }
    for (int i = begin; i < begin + pixel; i++) {
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
    int begin = out.at(0, 0, examples);
    int pixel = in.pixel(examples);
    for (int y = 0; y < in.height(); y++) {
      for (int x = 0; x < in.width(); x++) {
        int t = in.at(y, x, examples);
        for (int i = 0; i < pixel; i++) {
          inDelta[t + i] = delta[begin + i] / (in.height() * in.width());
        }
      }
    }
  }

  @Override
  public List<Parameters> parameters() {
    return List.of();
  }
}
