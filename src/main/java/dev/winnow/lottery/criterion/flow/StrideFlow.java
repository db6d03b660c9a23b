package dev.winnow.lottery.criterion.flow;

import dev.winnow.architecture.LayerSpec;

/** Leaves out the pixels that a convolution's stride skips. */
record StrideFlow(LayerSpec.Convolution spec) implements FlowLayer {
  @Override
  public double[] forward(double[] in) {
    double[] out = new double[spec.outChannels() * spec.outHeight() * spec.outWidth()];
    for (int i = 0; i < out.length; i++) {
      out[i] = in[place(i)];
    }
    return out;
  }

  @Override
  public double[] backward(double[] in, double[] delta) {
    double[] inDelta = new double[in.length];
    for (int i = 0; i < delta.length; i++) {
      inDelta[place(i)] = delta[i];
    }
    return inDelta;
  }

  /** Where a pixel that comes out stands among those that go in. */
  private int place(int out) {
    int column = out % spec.outWidth();
    int row = out / spec.outWidth() % spec.outHeight();
    int channel = out / (spec.outWidth() * spec.outHeight());
    return (channel * spec.height() + row * spec.stride()) * spec.width() + column * spec.stride();
  }
}
