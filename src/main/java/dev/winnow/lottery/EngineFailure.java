package dev.winnow.lottery;

/** A training could not be carried out: no data, no memory, a dead process. */
public class EngineFailure extends RuntimeException {
  public EngineFailure(String message) {
    super(message);
  }

  public EngineFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
