package dev.winnow.network.pure;

import dev.winnow.network.NetworkState;
import dev.winnow.training.ParameterUpdater;
import java.util.List;

/**
 * What one layer learns or keeps count of, in the order that the layer works in. First come
 * weights, then biases.
 */
final class Parameters {
  /** The place of a value that only fills up a row: it is zero, and so is its gradient. */
  static final int NOWHERE = -1;

  private final int[] places;
  private final ParameterUpdater learner;

  /**
   * @param places for each value of the learner its place in the layout, or {@link #NOWHERE}
   */
  Parameters(int[] places, ParameterUpdater learner) {
    this.places = places;
    this.learner = learner;
  }

  /** The values; layers read them, {@link #update} changes them. */
  float[] values() {
    return learner.values();
  }

  /** The gradient, summed over the batch; layers write it. */
  float[] gradient() {
    return learner.gradient();
  }

  /**
   * @param scale 1 ÷ the number of examples in the batch
   * @param share of the learning rate that holds in this iteration
   */
  void update(float scale, double share) {
    learner.update(scale, share);
  }

  /** Writes the values to their places in an array in the order of the layout. */
  void copyValues(float[] flat) {
    copy(learner.values(), flat);
  }

  /** Writes the gradient of all values to their places in an array in the order of the layout. */
  void copyGradient(float[] flat) {
    copy(learner.gradient(), flat);
  }

  /** The same as updates see it: masked, and the mean over the batch. */
  void copyMaskedGradient(float scale, float[] flat) {
    copy(learner.maskedGradient(scale), flat);
  }

  /** Arrays in the optimizer's memory. */
  int memories() {
    return learner.memory().size();
  }

  /** Writes one array of the optimizer's memory to its places in one in the order of the layout. */
  void copyMemory(int which, float[] flat) {
    copy(learner.memory().get(which), flat);
  }

  /** Goes on from a state in the order of the layout. */
  void resume(NetworkState state, int updates) {
    fillValues(state.values());
    List<float[]> memory = learner.memory();
    for (int i = 0; i < memory.size(); i++) {
      fill(memory.get(i), state.memory().get(i));
    }
    learner.resume(updates);
  }

  /** Reads the values from an array in the order of the layout. */
  void fillValues(float[] flat) {
    fill(learner.values(), flat);
  }

  private void fill(float[] numbers, float[] flat) {
    for (int i = 0; i < places.length; i++) {
      if (places[i] != NOWHERE) {
        numbers[i] = flat[places[i]];
      }
    }
  }

  private void copy(float[] numbers, float[] flat) {
    for (int i = 0; i < places.length; i++) {
      if (places[i] != NOWHERE) {
        flat[places[i]] = numbers[i];
      }
    }
  }
}
