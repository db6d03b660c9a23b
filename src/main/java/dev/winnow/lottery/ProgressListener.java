package dev.winnow.lottery;

import dev.winnow.training.LearningCurve;
import java.util.Optional;
import java.util.function.Supplier;

/** Hears of a training while it runs, and knows where one that was interrupted goes on. */
@FunctionalInterface
public interface ProgressListener {
  /**
   * @param point the evaluation just made
   * @param iterations the full budget in iterations
   */
  void evaluated(LearningCurve.Point point, int iterations);

  /** Where the training goes on; empty if it begins. Asked once, before the first iteration. */
  default Optional<Checkpoint> origin() {
    return Optional.empty();
  }

  /**
   * Called between iterations, as often as the trainer sees fit.
   *
   * @param iteration iterations done
   * @param here copies all that the rest of the training depends on; to be called now or never
   */
  default void passed(int iteration, Supplier<Checkpoint> here) {}
}
