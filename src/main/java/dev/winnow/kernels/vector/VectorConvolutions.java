package dev.winnow.kernels.vector;

import dev.winnow.kernels.ConvolutionKernels;
import dev.winnow.kernels.ConvolutionShape;
import dev.winnow.kernels.Epilogue;
import dev.winnow.kernels.MapSize;
import dev.winnow.kernels.MapWindow;

/** Convolutions on vectors over the examples of a block. */
final class VectorConvolutions implements ConvolutionKernels {
  private final TapProduct product = new TapProduct();
  private final TapGradient gradient = new TapGradient();
  private final ChannelSums sums = new ChannelSums();

  @Override
  public void convolve(
      ConvolutionShape shape, MapWindow in, float[] weights, Epilogue epilogue, MapWindow out) {
    product.write(shape, in, weights, epilogue, out);
  }

  @Override
  public void gradient(
      ConvolutionShape shape, MapWindow in, MapWindow delta, float[] to, int biases) {
    gradient.write(shape, in, delta, to, biases);
  }

  @Override
  public void sums(MapSize size, MapWindow maps, float[] to, int at) {
    sums.sums(size, maps, to, at);
  }
}
