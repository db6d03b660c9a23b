package dev.winnow.experiment;

/** What was posted is not a JSON object. */
public final class MalformedDefinition extends RuntimeException {
  MalformedDefinition(String message) {
    super(message);
  }
}
