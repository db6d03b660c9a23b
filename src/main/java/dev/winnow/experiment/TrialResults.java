package dev.winnow.experiment;

/** What trials have come to, as far as a fork takes it over. Callers are in a transaction. */
interface TrialResults {
  /** How many runs of rounds 0 to {@code lastRound} are done, without tickets that diverged. */
  int completed(long trial, int lastRound);

  /**
   * Copies rounds 0 to {@code lastRound} to a trial that has none: runs, curves, masks and weights,
   * with everything that is known of them.
   *
   * @return the number of runs copied
   */
  int copy(long from, long to, int lastRound);
}
