package dev.winnow.experiment;

import java.util.Set;

/** Where an experiment or a trial stands. Every legal move is in {@link #next()}. */
public enum State {
  QUEUED,
  RUNNING,
  PAUSED,
  COMPLETED,
  CANCELLED,
  FAILED,
  DIVERGED;

  /** The states that may follow this one. */
  public Set<State> next() {
    return switch (this) {
      case QUEUED -> Set.of(RUNNING, CANCELLED, FAILED);
      case RUNNING -> Set.of(QUEUED, COMPLETED, CANCELLED, FAILED, DIVERGED);
      case COMPLETED -> Set.of(QUEUED); // It has grown.
      case PAUSED, CANCELLED, FAILED, DIVERGED -> Set.of();
    };
  }

  /** Whether no work is left to do. */
  public boolean ended() {
    return switch (this) {
      case QUEUED, RUNNING, PAUSED -> false;
      case COMPLETED, CANCELLED, FAILED, DIVERGED -> true;
    };
  }

  /**
   * @throws IllegalMove if that state may not follow this one
   */
  State to(State next) {
    if (!next().contains(next)) {
      throw new IllegalMove(this, next);
    }
    return next;
  }
}
