package dev.winnow.execution;

import dev.winnow.lottery.RunKey;
import dev.winnow.lottery.TrainerDied;

/** A training process died in the middle of a run. */
final class RunDied extends RuntimeException {
  RunDied(RunKey run, TrainerDied cause) {
    super("In %s: %s".formatted(run, cause.getMessage()), cause);
  }
}
