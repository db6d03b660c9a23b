package dev.winnow.lottery;

import dev.winnow.architecture.Weights;
import java.util.Optional;

/** What a trial has done so far, kept where a crash does not reach it. */
public interface Journal {
  boolean has(RunKey run);

  /**
   * The mask of a round's ticket, if its run has been committed or the ticket before it left one.
   */
  Optional<Mask> mask(int round);

  /**
   * @throws IllegalStateException if that round's ticket has not been trained
   */
  Weights finalWeights(int round);

  /**
   * What a round's ticket left under a name; see {@link RunArtifacts#values}.
   *
   * @throws IllegalStateException if it has left nothing of that name
   */
  byte[] artifact(int round, String name);

  /** Whether there is time for another run in this slice. */
  boolean mayContinue();

  /** Says that a run begins. */
  void begin(RunKey run);

  /** Hears of the evaluations of the run that began last. */
  ProgressListener progress();

  /** Keeps the result of a run with its mask, once and for all. */
  void commit(RunKey run, Outcome outcome, RunArtifacts left);
}
