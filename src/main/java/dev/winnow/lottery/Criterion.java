package dev.winnow.lottery;

import dev.winnow.catalog.Choice;
import dev.winnow.catalog.Named;

/** How weights are ranked for pruning: the lowest scores go. */
public interface Criterion extends Named {
  /**
   * One score for each prunable position (see {@link Mask}); those of pruned positions are not
   * read. Higher scores are kept. A surviving weight's score must be a number.
   *
   * @param choice the criterion's own parameters
   */
  float[] score(ScoringContext context, Choice choice);

  /**
   * Whether it ranks weights by what a training could make of them, and so asks for those with
   * which it begins. Such a criterion reads gradients.
   */
  default boolean looksAhead() {
    return false;
  }

  /** How many training examples it looks at. */
  default int examples(Choice choice) {
    return 0;
  }
}
