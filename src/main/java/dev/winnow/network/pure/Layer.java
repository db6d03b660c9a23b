package dev.winnow.network.pure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A layer in training. It alone knows the order in which its activations stand; the gradient of
 * activations stands in the same order.
 */
interface Layer {
  /** How the activations that it gives stand. */
  ActivationLayout layout();

  /** Says which iteration comes next; what is random in it depends on it. */
  default void at(int iteration) {}

  /** Computes the activations of a batch that is learned. */
  void forward(float[] in, float[] out, int examples);

  /**
   * Whether {@link #backward} reads what {@link #forward} gave, or overwrites the gradient of it.
   */
  default boolean keepsOutput() {
    return true;
  }

  /**
   * Computes the sum of the activations of a batch that is learned and of what goes past the layer.
   * Only for a layer that does not {@link #keepsOutput}.
   */
  default void forwardOnto(Shortcut shortcut, float[] in, float[] out, int examples) {
    forward(in, out, examples);
    shortcut.addTo(out, out, layout().size(examples));
  }

  /** Computes the activations of examples that are not learned, each on its own. */
  default void infer(float[] in, float[] out, int examples) {
    forward(in, out, examples);
  }

  /**
   * Computes the gradient of what it learns, summed over the batch, and that of its inputs.
   *
   * @param in what {@link #forward} was given for this batch
   * @param out what it gave
   * @param delta the gradient of {@code out}; may be overwritten if it {@link #keepsOutput}
   * @param inDelta receives the gradient of {@code in}, unless nobody needs it
   */
  void backward(float[] in, float[] out, float[] delta, float @Nullable [] inDelta, int examples);

  /** What it learns or keeps count of; empty if nothing. */
  List<Parameters> parameters();
}
