package dev.winnow.lottery;

import dev.winnow.architecture.Weights;
import java.util.List;

/** Prunes the networks of one trial by its criterion. */
public record Pruner(Plan plan, Criterion criterion, Tickets tickets, GradientComputer gradients) {
  /**
   * @param mask of the network that is pruned
   * @param trained its weights
   * @param round whose stream of random numbers is drawn from
   * @param keep what is left of it
   */
  public Mask prune(Mask mask, Weights trained, int round, List<LayerBudget> keep) {
    ScoringContext context =
        new ScoringContext(
            mask,
            tickets.initialWeights(),
            trained,
            tickets.criterionStream(round),
            keep,
            gradients);
    return mask.keepBest(criterion.score(context, plan.pruning().criterion()), keep);
  }

  /** The mask of a round that is pruned at once from the dense network. */
  public Mask oneShot(Weights trained, int round, List<LayerBudget> keep) {
    return prune(Mask.dense(plan.layout()), trained, round, keep);
  }
}
