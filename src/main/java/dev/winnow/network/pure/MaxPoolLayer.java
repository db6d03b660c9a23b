package dev.winnow.network.pure;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The largest of each 2 × 2 pixels; its gradient goes to the first of equals. In and out are {@link
 * Maps}.
 */
final class MaxPoolLayer implements Layer {
  private final Maps in;
  private final Maps out;

  MaxPoolLayer(Maps in) {
    this.in = in;
    this.out = in.pooled();
  }

  @Override
  public int size(int examples) {
    return out.size(examples);
  }

  @Override
  public void forward(float[] from, float[] to, int examples) {
    int pixel = out.pixel(examples);
    for (int y = 0; y < out.height(); y++) {
      for (int x = 0; x < out.width(); x++) {
        int upper = in.at(2 * y, 2 * x, examples);
        int lower = in.at(2 * y + 1, 2 * x, examples);
        int t = out.at(y, x, examples);
        for (int i = 0; i < pixel; i++) {
          float above = Math.max(from[upper + i], from[upper + pixel + i]);
          float below = Math.max(from[lower + i], from[lower + pixel + i]);
          to[t + i] = Math.max(above, below);
        }
      }
    }
    out.clearBorder(to, examples);
  }

  @Override
  public void backward(
      float[] from, float[] to, float[] delta, float @Nullable [] inDelta, int examples) {
    if (inDelta == null) {
      return;
    }
    Arrays.fill(inDelta, 0);
    int pixel = out.pixel(examples);
    for (int y = 0; y < out.height(); y++) {
      for (int x = 0; x < out.width(); x++) {
        int upper = in.at(2 * y, 2 * x, examples);
        int lower = in.at(2 * y + 1, 2 * x, examples);
        int t = out.at(y, x, examples);
        for (int i = 0; i < pixel; i++) {
          float largest = to[t + i];
          int winner = lower + pixel + i;
          winner = from[lower + i] == largest ? lower + i : winner;
          winner = from[upper + pixel + i] == largest ? upper + pixel + i : winner;
          winner = from[upper + i] == largest ? upper + i : winner;
          inDelta[winner] = delta[t + i];
        }
      }
    }
  }

  @Override
  public List<Parameters> parameters() {
    return List.of();
  }
}
