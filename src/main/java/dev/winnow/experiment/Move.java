package dev.winnow.experiment;

/** What can be asked of an experiment; {@link State#moves} says when. */
public enum Move {
  PAUSE,
  RESUME,
  RETRY,
  CANCEL,
  DELETE
}
