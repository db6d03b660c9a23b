package dev.winnow.network.pure;

import dev.winnow.architecture.LayerSpec;
import dev.winnow.kernels.ConvolutionKernels;
import dev.winnow.kernels.Epilogue;
import dev.winnow.kernels.Kernels;
import dev.winnow.kernels.MapWindow;
import dev.winnow.kernels.Winograd;
import dev.winnow.kernels.WinogradShape;

/** A convolution of 3 × 3 and stride 1 by {@link Winograd}'s F(2 × 2, 3 × 3). */
final class WinogradConvolution implements Convolution {
  private final Winograd winograd;
  private final ConvolutionKernels sums;
  private final LayerSpec.Convolution spec;
  private final FeatureMaps in;
  private final FeatureMaps out;
  private final WinogradShape shape;
  private final Epilogue unbiased;

  WinogradConvolution(Kernels kernels, LayerSpec.Convolution spec) {
    this.winograd = kernels.winograd();
    this.sums = kernels.convolutions();
    this.spec = spec;
    this.in = FeatureMaps.into(spec);
    this.out = FeatureMaps.outOf(spec);
    this.shape = new WinogradShape(in.channels(), out.channels(), in.height(), in.width());
    this.unbiased = new Epilogue(new float[in.channels()], 0, false);
  }

  @Override
  public Parameters parameters(TicketParameters ticket, int offset) {
    return Filters.byTap(spec, ticket, offset);
  }

  @Override
  public void forward(float[] from, float[] weights, Epilogue epilogue, float[] to, int examples) {
    winograd.convolve(shape, in.all(from, examples), weights, epilogue, out.all(to, examples));
  }

  @Override
  public void gradient(float[] from, float[] delta, float[] gradient, int examples) {
    MapWindow slopes = out.all(delta, examples);
    winograd.gradient(shape, in.all(from, examples), slopes, gradient);
    sums.sums(out.mapSize(), slopes, gradient, Filters.weights(spec));
  }

  @Override
  public void inputGradient(float[] delta, float[] weights, float[] inDelta, int examples) {
    winograd.inputGradient(
        shape, out.all(delta, examples), weights, unbiased, in.all(inDelta, examples));
  }
}
