package dev.winnow.network.pure;

import dev.winnow.architecture.Activation;
import dev.winnow.architecture.LayerSpec;
import dev.winnow.kernels.Kernels;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A convolution that multiplies by all its weights, pruned or not. In and out are {@link Maps}. */
final class ConvolutionLayer implements Layer {
  private final Kernels kernels;
  private final boolean rectified;
  private final Correlation forward;
  private final Correlation backward;
  private final MapBiases biases;
  private final Parameters parameters;
  private final float[] reversed;

  /**
   * @param parameters in the order of {@link Filters}
   */
  ConvolutionLayer(Kernels kernels, LayerSpec.Convolution spec, Parameters parameters) {
    Maps in = Maps.into(spec);
    Maps out = Maps.outOf(spec);
    this.kernels = kernels;
    this.rectified = spec.activation() == Activation.RELU;
    this.forward = new Correlation(kernels, in, out, spec.kernel());
    this.backward = new Correlation(kernels, out, in, spec.kernel());
    this.biases = new MapBiases(kernels, out);
    this.parameters = parameters;
    this.reversed = new float[backward.weights()];
  }

  @Override
  public int size(int examples) {
    return forward.out().size(examples);
  }

  @Override
  public void forward(float[] in, float[] out, int examples) {
    biases.fill(parameters.values(), forward.weights(), out, examples);
    forward.add(in, parameters.values(), out, examples);
    if (rectified) {
      kernels.rectify(out);
    }
  }

  @Override
  public void backward(
      float[] in, float[] out, float[] delta, float @Nullable [] inDelta, int examples) {
    if (rectified) {
      kernels.passActive(out, delta);
    }
    float[] gradient = parameters.gradient();
    Arrays.fill(gradient, 0);
    forward.gradient(in, delta, gradient, examples);
    biases.gradient(delta, gradient, forward.weights(), examples);
    if (inDelta != null) {
      Arrays.fill(inDelta, 0);
      forward.reverse(parameters.values(), reversed);
      backward.add(delta, reversed, inDelta, examples);
    }
  }

  @Override
  public List<Parameters> parameters() {
    return List.of(parameters);
  }
}
