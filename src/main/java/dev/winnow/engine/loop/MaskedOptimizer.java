package dev.winnow.engine.loop;

import dev.winnow.architecture.Layout;
import dev.winnow.lottery.Mask;
import dev.winnow.training.Optimizer;
import java.util.Arrays;
import java.util.List;

/**
 * Turns gradients into updates that leave pruned weights at +0.0f: the gradient, with weight decay
 * added, is multiplied by the mask before it enters the optimizer's state, so neither state nor
 * update of a pruned weight ever leaves zero. Holds the state of one training. Values are flat
 * arrays in the order of the layout.
 */
public interface MaskedOptimizer {
  /**
   * One update in place.
   *
   * @param weights +0.0f wherever the mask prunes
   * @param gradient summed over the batch
   * @param scale 1 ÷ the number of examples summed over
   * @param share of the learning rate that holds in this iteration
   */
  void update(float[] weights, float[] gradient, float scale, double share);

  /** The arrays that it carries from one update to the next, not copies; as long as the weights. */
  default List<float[]> memory() {
    return List.of();
  }

  /** Goes on after so many updates, {@link #memory} being as it was then. */
  default void resume(int updates) {}

  /** The optimizer at the start of a training, its state zero. */
  static MaskedOptimizer of(Optimizer optimizer, Mask mask) {
    if (optimizer instanceof Optimizer.Adam adam) {
      return new MaskedAdam(adam, mask);
    }
    if (optimizer instanceof Optimizer.Sgd sgd) {
      return MaskedMomentum.heavyBall(sgd, mask);
    }
    if (optimizer instanceof Optimizer.Nesterov nesterov) {
      return MaskedMomentum.nesterov(nesterov, mask);
    }
    throw new IllegalArgumentException("There is no kernel for " + optimizer);
  }

  /** One factor for each value of the layout: 0 where the mask prunes, else 1; biases are 1. */
  static float[] factors(Mask mask) {
    float[] factors = new float[mask.layout().size()];
    Arrays.fill(factors, 1);
    int position = 0;
    for (Layout.Place place : mask.layout().prunable()) {
      for (int i = place.offset(); i < place.end(); i++, position++) {
        factors[i] = mask.keeps(position) ? 1 : 0;
      }
    }
    return factors;
  }
}
