package dev.winnow.lottery;

/** Where a trial stands after a slice of work. */
public enum TrialStatus {
  /** Runs are left to do. */
  UNFINISHED,
  /** All runs are done. */
  FINISHED,
  /** A ticket's training diverged: the trial goes no further. */
  DIVERGED
}
