package dev.winnow.lottery;

/** What trained is dead, and nothing says that it would die again. */
public final class TrainerDied extends EngineFailure {
  public TrainerDied(String message) {
    super(message);
  }

  public TrainerDied(String message, Throwable cause) {
    super(message, cause);
  }
}
