package dev.winnow.experiment;

import java.util.List;
import java.util.Set;

/** An experiment or a trial was asked to go where its state does not lead. */
public final class IllegalMove extends RuntimeException {
  private final State state;
  private final List<Move> moves;

  IllegalMove(State from, State to) {
    super(from + " does not become " + to + "; possible are " + from.next());
    this.state = from;
    this.moves = List.copyOf(from.moves());
  }

  IllegalMove(State state, Move asked, Set<Move> moves) {
    super(
        "The experiment is %s, so %s is not possible; possible are %s."
            .formatted(state, asked, moves));
    this.state = state;
    this.moves = List.copyOf(moves);
  }

  IllegalMove(State state, String message, Set<Move> moves) {
    super(message);
    this.state = state;
    this.moves = List.copyOf(moves);
  }

  /** An experiment was given more to do than its state allows. */
  static IllegalMove growing(State state, Set<Move> moves) {
    String wayOut =
        switch (state) {
          case PAUSED -> "resume it first.";
          case CANCELLED, FAILED -> "retry it first, or fork it.";
          default -> "fork it at an earlier round with other settings, or submit a new experiment.";
        };
    return new IllegalMove(
        state, "The experiment is %s and does not grow; %s".formatted(state, wayOut), moves);
  }

  public State state() {
    return state;
  }

  /** What can be asked instead. */
  public List<Move> moves() {
    return moves;
  }
}
