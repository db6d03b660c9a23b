package dev.winnow.experiment;

/** An experiment or a trial was asked to go where its state does not lead. */
public final class IllegalMove extends RuntimeException {
  IllegalMove(State from, State to) {
    super(from + " does not become " + to + "; possible are " + from.next());
  }

  IllegalMove(String message) {
    super(message);
  }
}
