package dev.winnow.results;

import dev.winnow.experiment.RunState;
import dev.winnow.lottery.Mask;
import dev.winnow.lottery.Outcome;
import dev.winnow.lottery.RunKey;
import dev.winnow.lottery.Trained;

/**
 * One training and what came of it.
 *
 * @param ticket the mask of its round's ticket, which may be its own
 */
public record Run(RunKey key, Mask ticket, Outcome outcome, WorkerProvenance provenance) {
  RunState state() {
    return outcome instanceof Trained ? RunState.COMPLETED : RunState.DIVERGED;
  }
}
