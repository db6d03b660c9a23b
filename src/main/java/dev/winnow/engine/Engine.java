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

  /** What it computes on, for people to read: {@code "CPU with vectors"}. */
  String device();
}
