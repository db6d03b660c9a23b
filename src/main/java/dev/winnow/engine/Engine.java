package dev.winnow.engine;

import dev.winnow.lottery.EngineFailure;
import dev.winnow.lottery.Trainer;

/** Opens trainers. */
public interface Engine {
  /**
   * A trainer for one trial, with its data loaded. The caller closes it.
   *
   * @throws EngineFailure if it cannot be opened: data that are missing, a process that does not
   *     start
   */
  Trainer open(TrialSetup setup);

  /**
   * Takes a trainer back that is in good order, perhaps to open it again for a setup like its own.
   * The caller uses it no more; closing it afterwards does nothing.
   */
  default void release(Trainer trainer) {
    trainer.close();
  }

  /** What it computes on, for people to read: {@code "CPU with vectors"}. */
  String device();
}
