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
  float[] score(Evidence evidence, Choice choice);
}
