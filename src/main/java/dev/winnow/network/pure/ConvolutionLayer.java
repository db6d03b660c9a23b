package dev.winnow.network.pure;

import dev.winnow.architecture.Activation;
import dev.winnow.architecture.LayerSpec;
import dev.winnow.kernels.ConvolutionKernels;
import dev.winnow.kernels.ConvolutionShape;
import dev.winnow.kernels.Epilogue;
import dev.winnow.kernels.Kernels;
import dev.winnow.kernels.MapWindow;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A convolution that multiplies by all its weights, pruned or not. In and out are {@link
 * FeatureMaps}.
 */
final class ConvolutionLayer implements Layer {
  /** Those pixels of the input that see the same places of the kernel. */
  private record Phase(int row, int column, ConvolutionShape shape) {}

  private final Kernels kernels;
  private final ConvolutionKernels convolutions;
  private final FeatureMaps in;
  private final FeatureMaps out;
  private final int stride;
  private final boolean rectified;
  private final int weights;
  private final Parameters parameters;
  private final ConvolutionShape forward;
  private final List<Phase> backward = new ArrayList<>();
  private final Epilogue unbiased;

  /**
   * @param parameters in the order of {@link Filters}
   */
  ConvolutionLayer(Kernels kernels, LayerSpec.Convolution spec, Parameters parameters) {
    this.kernels = kernels;
    this.convolutions = kernels.convolutions();
    this.in = FeatureMaps.into(spec);
    this.out = FeatureMaps.outOf(spec);
    this.stride = spec.stride();
    this.rectified = spec.activation() == Activation.RELU;
    this.weights = Filters.weights(spec);
    this.parameters = parameters;
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
  public int size(int examples) {
    return out.size(examples);
  }

  @Override
  public void forward(float[] from, float[] to, int examples) {
    float[] values = parameters.values();
    Epilogue epilogue = new Epilogue(values, weights, rectified);
    convolutions.convolve(forward, seen(from, examples), values, epilogue, out.all(to, examples));
    out.clearBorder(to, examples);
  }

  @Override
  public void backward(
      float[] from, float[] to, float[] delta, float @Nullable [] inDelta, int examples) {
    if (rectified) {
      kernels.passActive(to, delta);
    }
    MapWindow slopes = out.all(delta, examples);
    convolutions.gradient(forward, seen(from, examples), slopes, parameters.gradient());
    convolutions.sums(out.mapSize(), slopes, parameters.gradient(), weights);
    if (inDelta != null) {
      for (Phase phase : backward) {
        MapWindow pixels = in.every(stride, inDelta, phase.row(), phase.column(), examples);
        convolutions.convolve(phase.shape(), slopes, parameters.values(), unbiased, pixels);
      }
      in.clearBorder(inDelta, examples);
    }
  }

  private MapWindow seen(float[] from, int examples) {
    return in.every(stride, from, 0, 0, examples);
  }

  @Override
  public List<Parameters> parameters() {
    return List.of(parameters);
  }
}
