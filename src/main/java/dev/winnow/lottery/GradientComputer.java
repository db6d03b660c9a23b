package dev.winnow.lottery;

import dev.winnow.architecture.Weights;

/** Differentiates networks of a trial that are not being trained. */
@FunctionalInterface
public interface GradientComputer {
  /**
   * The gradient at a ticket's starting weights, in the order of the layout. 0 for weights that the
   * mask prunes and for what is counted instead of learned.
   *
   * @throws EngineFailure if it could not be computed, or is not finite
   */
  Weights gradient(Ticket ticket, Objective objective);
}
