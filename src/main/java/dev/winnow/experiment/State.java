package dev.winnow.experiment;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/**
 * Where an experiment or a trial stands. What may follow is in {@link #next}, what can be asked is
 * in {@link #moves}; nothing else decides either.
 */
public enum State {
  QUEUED,
  RUNNING,
  PAUSED,
  COMPLETED,
  CANCELLED,
  FAILED,
  DIVERGED;

  /** The states that may follow this one. A trial leaves COMPLETED only as its experiment grows. */
  public Set<State> next() {
    return switch (this) {
      case QUEUED -> EnumSet.of(RUNNING, PAUSED, CANCELLED, FAILED);
      case RUNNING -> EnumSet.of(QUEUED, PAUSED, COMPLETED, CANCELLED, FAILED, DIVERGED);
      case PAUSED -> EnumSet.of(QUEUED, CANCELLED);
      case COMPLETED, CANCELLED, FAILED -> EnumSet.of(QUEUED);
      case DIVERGED -> EnumSet.noneOf(State.class);
    };
  }

  /** What can be asked of something in this state. */
  public Set<Move> moves() {
    return switch (this) {
      case QUEUED, RUNNING -> EnumSet.of(Move.PAUSE, Move.CANCEL, Move.GROW, Move.FORK);
      case PAUSED -> EnumSet.of(Move.RESUME, Move.CANCEL, Move.FORK);
      case CANCELLED, FAILED -> EnumSet.of(Move.RETRY, Move.FORK, Move.DELETE);
      case COMPLETED -> EnumSet.of(Move.GROW, Move.FORK, Move.DELETE);
      case DIVERGED -> EnumSet.of(Move.FORK, Move.DELETE);
    };
  }

  /**
   * What can be asked of an experiment whose trials are in these states.
   *
   * @param forkable whether each of them has a round that a fork can take over
   */
  public Set<Move> moves(Collection<State> trials, boolean forkable) {
    Set<Move> moves = moves();
    if (!forkable) {
      moves.remove(Move.FORK);
    }
    if (this != PAUSED && trials.stream().anyMatch(State::retryable)) {
      moves.add(Move.RETRY);
    }
    return moves;
  }

  /** Whether a move has nothing left to do here, so that asking again is no mistake. */
  boolean isAfter(Move move) {
    return switch (move) {
      case PAUSE -> this == PAUSED;
      case RESUME, RETRY -> open();
      case CANCEL -> this == CANCELLED;
      case GROW, FORK, DELETE -> false;
    };
  }

  /** Whether a worker may work on it. */
  boolean open() {
    return this == QUEUED || this == RUNNING;
  }

  /** Whether a trial in this state with so many runs has completed a round. */
  boolean forkable(int runsDone) {
    return runsDone > (this == DIVERGED ? 1 : 0);
  }

  boolean retryable() {
    return moves().contains(Move.RETRY);
  }

  /** Whether no work is left to do, unless somebody asks for more. */
  public boolean ended() {
    return !open() && this != PAUSED;
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
