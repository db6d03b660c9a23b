package dev.winnow.network.pure;

import java.util.List;

/** A fully connected first layer that reads {@link SparseImages}. */
interface SparseInputLayer {
  /** How the activations that it gives stand. */
  ActivationLayout layout();

  /** Computes activations of examples that are learned, in the order of {@link FeatureMajor}. */
  void forward(SparseImages images, int[] examples, float[] out);

  /** Computes activations of examples that are not learned, and which come again. */
  default void infer(SparseImages images, int[] examples, float[] out) {
    forward(images, examples, out);
  }

  /**
   * Computes the gradient of what it learns, summed over the examples of the last {@link #forward}.
   *
   * @param delta the gradient of {@code out}; may be overwritten
   */
  void backward(float[] out, float[] delta, int examples);

  /** What it learns. */
  List<Parameters> parameters();
}
