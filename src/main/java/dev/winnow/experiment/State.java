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
      case PAUSED, COMPLETED, CANCELLED, FAILED, DIVERGED -> Set.of();
    };
  }

  /** Whether no work is left to do. */
  public boolean ended() {
    return next().isEmpty() && this != PAUSED;
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
