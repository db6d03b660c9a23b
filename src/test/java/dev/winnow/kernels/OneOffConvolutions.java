package dev.winnow.kernels;

/** Wrong on purpose: they read the pixel after the one that they should. */
final class OneOffConvolutions implements ConvolutionKernels {
  private final ConvolutionKernels right = new PlainConvolutions();

  @Override
  public void convolve(
      ConvolutionShape shape, MapWindow in, float[] weights, Epilogue epilogue, MapWindow out) {
    right.convolve(shape, shifted(in), weights, epilogue, out);
  }

  @Override
  public void gradient(
      ConvolutionShape shape, MapWindow in, MapWindow delta, float[] gradient, int biases) {
    right.gradient(shape, shifted(in), delta, gradient, biases);
  }

  @Override
  public void sums(MapSize size, MapWindow maps, float[] sums, int to) {
    right.sums(size, shifted(maps), sums, to);
  }

  static MapWindow shifted(MapWindow maps) {
    float[] shifted = maps.values().clone();
    int pixel = Kernels.LANES;
    System.arraycopy(maps.values(), pixel, shifted, 0, shifted.length - pixel);
    return new MapWindow(shifted, maps.steps(), maps.examples());
  }
}
