package dev.winnow.experiment;

import java.util.Map;

/** What the runs of trials came to, as far as experiments ask. Callers are in a transaction. */
public interface TrialResults {
  /** How many runs of rounds 0 to {@code lastRound} are done, without tickets that diverged. */
  int completed(long trial, int lastRound);

  /**
   * Copies rounds 0 to {@code lastRound} to a trial that has none: runs, curves, masks and weights,
   * with everything that is known of them.
   *
   * @return the number of runs copied
   */
  int copy(long from, long to, int lastRound);

  /**
   * The mean seconds of the runs that are done, by experiment; nothing for one without runs.
   *
   * @param experiments by trial
   */
  Map<Long, Double> secondsPerRun(Map<Long, Long> experiments);
}
