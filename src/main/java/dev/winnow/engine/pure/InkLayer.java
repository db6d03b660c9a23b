package dev.winnow.engine.pure;

import java.util.List;

/** A fully connected first layer that reads images as background and ink. */
interface InkLayer {
  /** The pixels that it reads, ascending; a batch counts them in this order. */
  int[] pixels();

  /** Numbers in the array of activations that it gives for so many examples. */
  int size(int examples);

  /** Computes activations, in the order of {@link Columns}. */
  void forward(InkBatch batch, float[] out, int examples);

  /**
   * Computes the gradient of what it learns, summed over the batch.
   *
   * @param batch what {@link #forward} was given
   * @param delta the gradient of {@code out}; may be overwritten
   */
  void backward(InkBatch batch, float[] out, float[] delta, int examples);

  /** What it learns. */
  List<Parameters> parameters();
}
