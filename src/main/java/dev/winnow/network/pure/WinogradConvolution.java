package dev.winnow.network.pure;

import dev.winnow.architecture.LayerSpec;
import dev.winnow.kernels.Epilogue;
import dev.winnow.kernels.Winograd;
import dev.winnow.kernels.WinogradShape;

/** A convolution of 3 × 3 and stride 1 by {@link Winograd}'s F(2 × 2, 3 × 3). */
final class WinogradConvolution implements Convolution {
  private final Winograd winograd;
  private final LayerSpec.Convolution spec;
  private final FeatureMaps in;
  private final FeatureMaps out;
  private final WinogradShape shape;
  private final Epilogue unbiased;

  WinogradConvolution(Winograd winograd, LayerSpec.Convolution spec) {
    this.winograd = winograd;
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
  public void weightGradient(float[] from, float[] delta, float[] gradient, int examples) {
    winograd.gradient(shape, in.all(from, examples), out.all(delta, examples), gradient);
  }

  @Override
  public void inputGradient(float[] delta, float[] weights, float[] inDelta, int examples) {
    winograd.inputGradient(
        shape, out.all(delta, examples), weights, unbiased, in.all(inDelta, examples));
  }
}
