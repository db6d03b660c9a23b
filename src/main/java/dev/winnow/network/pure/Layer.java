package dev.winnow.network.pure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A layer in training. It alone knows the order in which its activations stand; the gradient of
 * activations stands in the same order.
 */
interface Layer {
  /** Numbers in the array of activations that it gives for so many examples. */
  int size(int examples);

  /** Says which iteration comes next; what is random in it depends on it. */
  default void at(int iteration) {}

  /** Computes the activations of a batch that is learned. */
  void forward(float[] in, float[] out, int examples);

  /** Computes the activations of examples that are not learned, each on its own. */
  default void infer(float[] in, float[] out, int examples) {
    forward(in, out, examples);
  }

  /**
   * Computes the gradient of what it learns, summed over the batch, and that of its inputs.
   *
   * @param in what {@link #forward} was given for this batch
   * @param out what it gave
   * @param delta the gradient of {@code out}; may be overwritten
   * @param inDelta receives the gradient of {@code in}, unless nobody needs it
   */
  void backward(float[] in, float[] out, float[] delta, float @Nullable [] inDelta, int examples);

  /** What it learns or keeps count of; empty if nothing. */
  List<Parameters> parameters();
}
