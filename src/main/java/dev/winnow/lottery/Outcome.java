package dev.winnow.lottery;

import dev.winnow.training.LearningCurve;

/** What came of one training. */
public sealed interface Outcome permits Trained, Diverged {
  /** The mask of the network that came of it. */
  Mask mask();

  LearningCurve curve();

  /** Wall-clock seconds of training and evaluation, without start-up. */
  double seconds();

  /** Which code path trained: {@code "dense"}. */
  String path();
}
