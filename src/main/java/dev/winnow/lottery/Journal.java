package dev.winnow.lottery;

import dev.winnow.architecture.Weights;
import java.util.Optional;

/** What a trial has done so far, kept where a crash does not reach it. */
public interface Journal {
  boolean has(RunKey run);

  /** The mask under which a round trains, if the ticket run before it left one. */
  Optional<Mask> mask(int round);

  /**
   * @throws IllegalStateException if that round's ticket has not been trained
   */
  Weights finalWeights(int round);

  /** Whether there is time for another run in this slice. */
  boolean mayContinue();

  /** Says that a run begins. */
  void begin(RunKey run);

  /** Hears of the evaluations of the run that began last. */
  ProgressListener progress();

  /**
   * Keeps the result of a run, once and for all.
   *
   * @param next the mask of the next round, for a ticket run that has a round after it
   */
  void commit(RunKey run, Ticket ticket, Outcome outcome, Optional<Mask> next);
}
