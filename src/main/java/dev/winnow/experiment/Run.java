package dev.winnow.experiment;

import dev.winnow.lottery.Outcome;
import dev.winnow.lottery.RunKey;
import dev.winnow.lottery.Ticket;
import dev.winnow.lottery.Trained;

/**
 * One training and what came of it.
 *
 * @param ticket what was trained
 */
public record Run(RunKey key, Ticket ticket, Outcome outcome, Provenance provenance) {
  RunState state() {
    return outcome instanceof Trained ? RunState.COMPLETED : RunState.DIVERGED;
  }
}
