package dev.winnow.experiment;

/** What can be asked of an experiment; {@link State#moves} says when. */
public enum Move {
  PAUSE,
  RESUME,
  RETRY,
  CANCEL,
  /** More rounds, trials or arms. */
  GROW,
  /** At a round that every trial has completed. */
  FORK,
  DELETE
}
