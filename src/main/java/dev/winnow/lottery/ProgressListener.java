package dev.winnow.lottery;

import dev.winnow.training.LearningCurve;

/** Hears of a training's evaluations while it runs. */
@FunctionalInterface
public interface ProgressListener {
  /**
   * @param point the evaluation just made
   * @param iterations the full budget in iterations
   */
  void evaluated(LearningCurve.Point point, int iterations);
}
