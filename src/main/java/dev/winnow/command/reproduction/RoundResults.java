package dev.winnow.command.reproduction;

import java.util.Optional;

/** What one trial came to, by round and arm. */
@FunctionalInterface
interface RoundResults {
  /**
   * The mean over an arm's replicates.
   *
   * @param accuracy on the test set at early stop, in %
   * @param earlyStop iteration of the lowest validation loss
   */
  record Result(double accuracy, double earlyStop) {}

  /** Empty if the trial has no completed run there. */
  Optional<Result> at(RoundReference place);
}
