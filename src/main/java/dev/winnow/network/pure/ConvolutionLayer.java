package dev.winnow.network.pure;

import dev.winnow.architecture.Activation;
import dev.winnow.architecture.LayerSpec;
import dev.winnow.kernels.Epilogue;
import dev.winnow.kernels.Kernels;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A convolution that multiplies by all its weights, pruned or not. In and out are {@link
 * FeatureMaps}.
 */
final class ConvolutionLayer implements Layer {
  private final Kernels kernels;
  private final Convolution convolution;
  private final FeatureMaps out;
  private final boolean relu;
  private final int weights;
  private final Parameters parameters;

  /**
   * @param convolution of this layer
   * @param parameters that the convolution reads
   */
  ConvolutionLayer(
      Kernels kernels, LayerSpec.Convolution spec, Convolution convolution, Parameters parameters) {
    this.kernels = kernels;
    this.convolution = convolution;
    this.out = FeatureMaps.outOf(spec);
    this.relu = spec.activation() == Activation.RELU;
    this.weights = Filters.weights(spec);
    this.parameters = parameters;
  }

  @Override
  public ActivationLayout layout() {
    return out;
  }

  @Override
  public boolean keepsOutput() {
    return relu;
  }

  @Override
  public void forward(float[] from, float[] to, int examples) {
    float[] values = parameters.values();
    Epilogue epilogue = new Epilogue(values, weights, relu);
    convolution.forward(from, values, epilogue, to, examples);
  }

  @Override
  public void backward(
      float[] from, float[] to, float[] delta, float @Nullable [] inDelta, int examples) {
    if (relu) {
      kernels.reluBackward(to, delta);
    }
    convolution.gradient(from, delta, parameters.gradient(), examples);
    if (inDelta != null) {
      convolution.inputGradient(delta, parameters.values(), inDelta, examples);
    }
  }

  @Override
  public List<Parameters> parameters() {
    return List.of(parameters);
  }
}
