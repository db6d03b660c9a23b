package dev.winnow.definition;

/** What was posted is not a JSON object. */
public final class MalformedDefinition extends RuntimeException {
  MalformedDefinition(String message) {
    super(message);
  }
}
