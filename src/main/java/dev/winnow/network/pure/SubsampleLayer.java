package dev.winnow.network.pure;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every {@code stride}-th row and column from the first. In and out are {@link Maps}. */
final class SubsampleLayer implements Layer {
  private final Maps in;
  private final Maps out;
  private final int stride;

  SubsampleLayer(Maps in, int stride) {
    this.in = in;
    this.out = in.every(stride);
    this.stride = stride;
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
        int f = in.at(stride * y, stride * x, examples);
        System.arraycopy(from, f, to, out.at(y, x, examples), pixel);
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
        int t = in.at(stride * y, stride * x, examples);
        System.arraycopy(delta, out.at(y, x, examples), inDelta, t, pixel);
      }
    }
  }

  @Override
  public List<Parameters> parameters() {
    return List.of();
  }
}
