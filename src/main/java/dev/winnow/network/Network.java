package dev.winnow.network;

import dev.winnow.dataset.Samples;

/** A network in training, on one code path: what computes its gradients and updates it. */
public interface Network {
  /** Which code path this is, as it is recorded with results: {@code "dense"}. */
  String path();

  /** Numbers that the output layer gives. */
  int classes();

  /**
   * Says which iteration comes next, counted from the beginning of a training; what is random in it
   * depends on it. Nothing else does.
   */
  default void at(int iteration) {}

  /**
   * One iteration: forward pass, gradient of the mean cross-entropy, masked update.
   *
   * @param batch training examples, as many as the batch size
   * @param share of the learning rate that holds in this iteration
   * @return the batch's mean cross-entropy in nats before the update; not finite if its numbers are
   *     not
   */
  double step(int[] batch, double share);

  /** One iteration at the full learning rate. */
  default double step(int[] batch) {
    return step(batch, 1);
  }

  /**
   * The gradient of the mean cross-entropy as an update would see it, with nothing of the values or
   * of what updates depend on changed.
   *
   * @param batch training examples, as many as the batch size
   * @return one number for each value of the layout; 0 wherever the mask prunes, and for values
   *     that are counted and not learned
   */
  float[] gradient(int[] batch);

  /**
   * The output layer's values before the softmax.
   *
   * @param samples the training or the test examples
   * @param examples indices into {@code samples}
   * @return {@code examples.length × classes} values, example after example
   */
  float[] logits(Samples samples, int[] examples);

  /** A copy of all values in the order of the layout. */
  float[] values();

  /** A copy of what further steps depend on. */
  NetworkState state();

  /**
   * Goes on from a state of the same network.
   *
   * @param state what {@link #state} gave
   * @param updates the steps done until then
   * @throws IllegalArgumentException if the state is that of another network or optimizer
   */
  void resume(NetworkState state, int updates);
}
