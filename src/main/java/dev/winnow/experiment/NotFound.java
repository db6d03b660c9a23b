package dev.winnow.experiment;

/** What was asked for is not there, or not yet; the message says what is. */
public final class NotFound extends RuntimeException {
  public NotFound(String message) {
    super(message);
  }
}
