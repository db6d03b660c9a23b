package dev.winnow.lottery.criterion.flow;

import dev.winnow.architecture.LayerSpec;

/** A fully connected layer without biases. */
final class DenseFlow implements FlowLayer {
  private final LayerSpec.Dense spec;
  private final AbsoluteValues sizes;
  private final int offset;

  DenseFlow(LayerSpec.Dense spec, AbsoluteValues sizes, int offset) {
    this.spec = spec;
    this.sizes = sizes;
    this.offset = offset;
  }

  @Override
  public double[] forward(double[] in) {
    double[] values = sizes.values();
    double[] out = new double[spec.outputs()];
    for (int o = 0; o < out.length; o++) {
      int row = offset + o * in.length;
      double sum = 0;
      for (int i = 0; i < in.length; i++) {
        sum += values[row + i] * in[i];
      }
      out[o] = sum;
    }
    return out;
  }

  @Override
  public double[] backward(double[] in, double[] delta) {
    double[] values = sizes.values();
    double[] gradient = sizes.gradient();
    double[] inDelta = new double[in.length];
    for (int o = 0; o < delta.length; o++) {
      int row = offset + o * in.length;
      double d = delta[o];
      for (int i = 0; i < in.length; i++) {
        gradient[row + i] = d * in[i];
        inDelta[i] += d * values[row + i];
      }
    }
    return inDelta;
  }
}
