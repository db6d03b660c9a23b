package dev.winnow.lottery;

import dev.winnow.architecture.ParameterLayout;
import dev.winnow.architecture.Weights;
import dev.winnow.random.RandomStream;
import java.util.List;

/**
 * What a criterion may look at.
 *
 * @param mask under which the network was trained
 * @param initial weights at initialisation
 * @param trained weights after training, or at the earlier step at which the network is pruned
 * @param random a stream of its own for each trial and round
 * @param keep how many weights pruning will leave
 * @param gradients of networks with these tensors
 */
public record ScoringContext(
    Mask mask,
    Weights initial,
    Weights trained,
    RandomStream random,
    List<LayerBudget> keep,
    GradientComputer gradients) {
  public ScoringContext {
    keep = List.copyOf(keep);
  }

  /**
   * The gradient at the prunable positions of the network that is pruned, with other weights.
   *
   * @param at pruned weights have the value that the network gives them
   */
  public float[] slopes(Weights at, Objective objective) {
    return prunable(gradients.gradient(new Ticket(mask, at, true), objective));
  }

  /** The values of the prunable positions, in order, without the biases between them. */
  public static float[] prunable(Weights weights) {
    ParameterLayout layout = weights.layout();
    float[] values = new float[layout.prunableSize()];
    int position = 0;
    for (ParameterLayout.Place place : layout.prunable()) {
      for (int i = place.offset(); i < place.end(); i++) {
        values[position++] = weights.value(i);
      }
    }
    return values;
  }
}
