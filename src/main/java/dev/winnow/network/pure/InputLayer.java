package dev.winnow.network.pure;

import dev.winnow.dataset.Samples;
import java.util.List;

/** The first layer of a network, which reads examples. */
interface InputLayer {
  /** How the activations that it gives stand. */
  ActivationLayout layout();

  /** Computes activations of examples that are learned. */
  void forward(Samples samples, int[] examples, float[] out);

  /** Computes activations of examples that are not learned, and which come again. */
  default void infer(Samples samples, int[] examples, float[] out) {
    forward(samples, examples, out);
  }

  /**
   * Computes the gradient of what it learns, summed over the examples of the last {@link #forward}.
   *
   * @param delta the gradient of {@code out}; may be overwritten
   */
  void backward(float[] out, float[] delta, int examples);

  /** What it learns; empty if nothing. */
  List<Parameters> parameters();
}
