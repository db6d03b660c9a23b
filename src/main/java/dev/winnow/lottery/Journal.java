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

  /**
   * What {@link Legacy#pruning} kept.
   *
   * @throws IllegalStateException if that round's ticket has left none
   */
  Weights pruningWeights(int round);

  /**
   * What {@link Legacy#rewind} kept.
   *
   * @throws IllegalStateException if round 0's ticket has left none
   */
  Weights rewindWeights();

  /**
   * What {@link Legacy#memory} kept.
   *
   * @throws IllegalStateException if that round's ticket has left none
   */
  OptimizerMemory memory(int round);

  /** Whether there is time for another run in this slice. */
  boolean mayContinue();

  /** Says that a run begins. */
  void begin(RunKey run);

  /** Hears of the evaluations of the run that began last. */
  ProgressListener progress();

  /**
   * Keeps the result of a run, once and for all.
   *
   * @param legacy what it leaves to later rounds
   */
  void commit(RunKey run, Ticket ticket, Outcome outcome, Legacy legacy);
}
