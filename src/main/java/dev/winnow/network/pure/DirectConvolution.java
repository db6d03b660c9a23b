package dev.winnow.network.pure;

import dev.winnow.architecture.LayerSpec;
import dev.winnow.kernels.ConvolutionKernels;
import dev.winnow.kernels.ConvolutionShape;
import dev.winnow.kernels.Epilogue;
import dev.winnow.kernels.MapWindow;
import java.util.ArrayList;
import java.util.List;

/** A convolution tap by tap, of any stride. */
final class DirectConvolution implements Convolution {
  /** Those pixels of the input that see the same places of the kernel. */
  private record Phase(int row, int column, ConvolutionShape shape) {}

  private final ConvolutionKernels kernels;
  private final LayerSpec.Convolution spec;
  private final FeatureMaps in;
  private final FeatureMaps out;
  private final int stride;
  private final ConvolutionShape forward;
  private final List<Phase> backward = new ArrayList<>();
  private final Epilogue unbiased;

  DirectConvolution(ConvolutionKernels kernels, LayerSpec.Convolution spec) {
    this.kernels = kernels;
    this.spec = spec;
    this.in = FeatureMaps.into(spec);
    this.out = FeatureMaps.outOf(spec);
    this.stride = spec.stride();
    ConvolutionTaps taps = new ConvolutionTaps(spec);
    this.forward = taps.forward();
    for (int row = 0; row < Math.min(stride, in.height()); row++) {
      for (int column = 0; column < Math.min(stride, in.width()); column++) {
        backward.add(new Phase(row, column, taps.backward(row, column)));
      }
    }
    this.unbiased = new Epilogue(new float[in.channels()], 0, false);
  }

  @Override
  public Parameters parameters(TicketParameters ticket, int offset) {
    return Filters.byOutput(spec, ticket, offset);
  }

  @Override
  public void forward(float[] from, float[] weights, Epilogue epilogue, float[] to, int examples) {
    kernels.convolve(forward, seen(from, examples), weights, epilogue, out.all(to, examples));
  }

  @Override
  public void gradient(float[] from, float[] delta, float[] gradient, int examples) {
    int biases = Filters.weights(spec);
    kernels.gradient(forward, seen(from, examples), out.all(delta, examples), gradient, biases);
  }

  @Override
  public void inputGradient(float[] delta, float[] weights, float[] inDelta, int examples) {
    MapWindow slopes = out.all(delta, examples);
    for (Phase phase : backward) {
      MapWindow pixels = in.every(stride, inDelta, phase.row(), phase.column(), examples);
      kernels.convolve(phase.shape(), slopes, weights, unbiased, pixels);
    }
  }

  private MapWindow seen(float[] from, int examples) {
    return in.every(stride, from, 0, 0, examples);
  }
}
