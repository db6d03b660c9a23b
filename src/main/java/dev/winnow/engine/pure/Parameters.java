package dev.winnow.engine.pure;

import dev.winnow.architecture.Layout;
import dev.winnow.architecture.Tensor;
import dev.winnow.engine.loop.MaskedOptimizer;
import dev.winnow.engine.loop.NetworkState;
import dev.winnow.lottery.Mask;
import dev.winnow.lottery.Ticket;
import dev.winnow.training.Optimizer;
import java.util.BitSet;
import java.util.List;

/**
 * What one layer learns: values, their gradient, and the optimizer's state, in the order that the
 * layer works in. First come weights, then biases.
 */
final class Parameters {
  /** The place of a value that only fills up a row: it is zero and stays so. */
  static final int NOWHERE = -1;

  private final int[] places;
  private final float[] values;
  private final float[] gradient;
  private final MaskedOptimizer optimizer;

  private Parameters(int[] places, float[] values, MaskedOptimizer optimizer) {
    this.places = places;
    this.values = values;
    this.gradient = new float[places.length];
    this.optimizer = optimizer;
  }

  /**
   * @param weights for each weight its index in the layout, or {@link #NOWHERE}
   * @param biases for each bias its index in the layout
   */
  static Parameters of(int[] weights, int[] biases, Ticket ticket, Optimizer optimizer) {
    float[] start = ticket.start().values();
    float[] factors = MaskedOptimizer.factors(ticket.mask());
    int[] places = new int[weights.length + biases.length];
    System.arraycopy(weights, 0, places, 0, weights.length);
    System.arraycopy(biases, 0, places, weights.length, biases.length);
    float[] values = new float[places.length];
    BitSet moving = new BitSet(weights.length);
    for (int i = 0; i < places.length; i++) {
      if (places[i] != NOWHERE) {
        values[i] = start[places[i]];
        if (i < weights.length && factors[places[i]] != 0) {
          moving.set(i);
        }
      }
    }
    Tensor weight = new Tensor("weight", List.of(weights.length), true, 0, 0);
    Tensor bias = new Tensor("bias", List.of(biases.length), false, 0, 0);
    Layout layout = new Layout(List.of(weight, bias));
    return new Parameters(
        places,
        values,
        MaskedOptimizer.of(optimizer, Mask.keeping(layout, moving.stream().toArray())));
  }

  /**
   * What a layer keeps count of instead of learning it: {@link #update} does nothing.
   *
   * @param places for each value its index in the layout, or {@link #NOWHERE}
   */
  static Parameters counted(int[] places, Ticket ticket) {
    float[] start = ticket.start().values();
    float[] values = new float[places.length];
    for (int i = 0; i < places.length; i++) {
      values[i] = places[i] == NOWHERE ? 0 : start[places[i]];
    }
    return new Parameters(places, values, (weights, gradient, scale, share) -> {});
  }

  /** The values; layers read them, {@link #update} changes them. */
  float[] values() {
    return values;
  }

  /** The gradient, summed over the batch; layers write it. */
  float[] gradient() {
    return gradient;
  }

  /**
   * @param scale 1 ÷ the number of examples in the batch
   * @param share of the learning rate that holds in this iteration
   */
  void update(float scale, double share) {
    optimizer.update(values, gradient, scale, share);
  }

  /** Writes the values to their places in an array in the order of the layout. */
  void copyValues(float[] flat) {
    copy(values, flat);
  }

  /** Writes the gradient of all values to their places in an array in the order of the layout. */
  void copyGradient(float[] flat) {
    copy(gradient, flat);
  }

  /** Arrays in the optimizer's memory. */
  int memories() {
    return optimizer.memory().size();
  }

  /** Writes one array of the optimizer's memory to its places in one in the order of the layout. */
  void copyMemory(int which, float[] flat) {
    copy(optimizer.memory().get(which), flat);
  }

  /** Goes on from a state in the order of the layout. */
  void resume(NetworkState state, int updates) {
    fill(values, state.values());
    List<float[]> memory = optimizer.memory();
    for (int i = 0; i < memory.size(); i++) {
      fill(memory.get(i), state.memory().get(i));
    }
    optimizer.resume(updates);
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
