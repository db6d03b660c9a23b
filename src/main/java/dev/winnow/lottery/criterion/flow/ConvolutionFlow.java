package dev.winnow.lottery.criterion.flow;

import dev.winnow.architecture.LayerSpec;

/** A convolution without biases, with zeros beyond the edge. */
final class ConvolutionFlow implements FlowLayer {
  private final LayerSpec.Convolution spec;
  private final AbsoluteValues sizes;
  private final int offset;
  private final int area;

  ConvolutionFlow(LayerSpec.Convolution spec, AbsoluteValues sizes, int offset) {
    this.spec = spec;
    this.sizes = sizes;
    this.offset = offset;
    this.area = spec.height() * spec.width();
  }

  /** What one weight does to the pixels of one row that it joins. */
  private interface Rows {
    /**
     * @param weight its place
     * @param from the first pixel of the maps that go in
     * @param to the first pixel of the maps that come out
     */
    void join(int weight, int from, int to, int length);
  }

  /** From a pixel that comes out to one that goes in. */
  private record Shift(int down, int right) {}

  @Override
  public double[] forward(double[] in) {
    double[] out = new double[spec.outChannels() * area];
    double[] values = sizes.values();
    each(
        (weight, from, to, length) -> {
          double w = values[weight];
          if (w != 0) {
            for (int x = 0; x < length; x++) {
              out[to + x] += w * in[from + x];
            }
          }
        });
    return out;
  }

  @Override
  public double[] backward(double[] in, double[] delta) {
    double[] inDelta = new double[in.length];
    double[] values = sizes.values();
    double[] gradient = sizes.gradient();
    each(
        (weight, from, to, length) -> {
          double w = values[weight];
          double sum = 0;
          if (w != 0) {
            for (int x = 0; x < length; x++) {
              sum += delta[to + x] * in[from + x];
              inDelta[from + x] += w * delta[to + x];
            }
          }
          gradient[weight] += sum;
        });
    return inDelta;
  }

  private void each(Rows rows) {
    int kernel = spec.kernel();
    int weight = offset;
    for (int out = 0; out < spec.outChannels(); out++) {
      for (int in = 0; in < spec.inChannels(); in++) {
        for (int down = -spec.padding(); down <= spec.padding(); down++) {
          for (int right = -spec.padding(); right <= spec.padding(); right++) {
            each(rows, weight++, in * area, out * area, new Shift(down, right));
          }
        }
      }
    }
    assert weight == offset + spec.outChannels() * spec.inChannels() * kernel * kernel;
  }

  private void each(Rows rows, int weight, int in, int out, Shift shift) {
    int width = spec.width();
    int down = shift.down;
    int right = shift.right;
    int first = Math.max(0, -right);
    int length = Math.min(width, width - right) - first;
    for (int y = Math.max(0, -down); y < spec.height() - Math.max(0, down); y++) {
      if (length > 0) {
        rows.join(weight, in + (y + down) * width + first + right, out + y * width + first, length);
      }
    }
  }
}
