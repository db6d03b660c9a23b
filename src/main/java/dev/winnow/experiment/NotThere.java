package dev.winnow.experiment;

/** What was asked for is not there, or not yet; the message says what is. */
public final class NotThere extends RuntimeException {
  public NotThere(String message) {
    super(message);
  }
}
