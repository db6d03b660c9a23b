package dev.winnow.network.pure;

import dev.winnow.architecture.LayerSpec;
import dev.winnow.kernels.Epilogue;
import dev.winnow.kernels.Kernels;
import dev.winnow.training.ComputePath;

/**
 * One of the ways to compute a convolution by all its weights, pruned or not. Maps are {@link
 * FeatureMaps}; their border is read and not written.
 */
interface Convolution {
  /** The way that {@link PathRule} says. */
  static Convolution of(Kernels kernels, LayerSpec.Convolution spec, ComputePath path) {
    return PathRule.isWinograd(path, spec)
        ? new WinogradConvolution(kernels, spec)
        : new DirectConvolution(kernels.convolutions(), spec);
  }

  /**
   * What the layer learns, in the order in which this way reads it.
   *
   * @param offset the place in the layout of the layer's first weight
   */
  Parameters parameters(TicketParameters ticket, int offset);

  /** Computes what the layer gives. */
  void forward(float[] from, float[] weights, Epilogue epilogue, float[] to, int examples);

  /**
   * Computes the gradient of the weights and then of the biases, summed over the batch.
   *
   * @param from what {@link #forward} was given
   * @param delta the gradient of what it gave
   */
  void gradient(float[] from, float[] delta, float[] gradient, int examples);

  /** Computes the gradient of what {@link #forward} was given. */
  void inputGradient(float[] delta, float[] weights, float[] inDelta, int examples);
}
