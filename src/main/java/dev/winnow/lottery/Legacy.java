package dev.winnow.lottery;

import dev.winnow.architecture.Weights;
import java.util.Optional;

/**
 * What a run leaves to later rounds, besides a ticket's final weights. A control leaves nothing.
 *
 * @param next the mask of the next round, if there is one
 * @param rewind the values at the rewind point, from round 0
 * @param pruning the weights by which masks are pruned, where they are not the final ones
 * @param memory of the optimizer, where it is kept
 */
public record Legacy(
    Optional<Mask> next,
    Optional<Weights> rewind,
    Optional<Weights> pruning,
    Optional<OptimizerMemory> memory) {
  public static final Legacy NONE =
      new Legacy(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
