package dev.winnow.process;

import dev.winnow.lottery.EngineFailure;

/** The child lives and says why it could not do what it was asked. */
final class ChildRefused extends EngineFailure {
  private ChildRefused(String message) {
    super(message);
  }

  static ChildRefused by(Message answer) {
    return new ChildRefused(
        answer instanceof Message.Failed failed
            ? failed.reason()
            : "The training process answered with " + answer);
  }
}
