package dev.winnow.lottery.criterion;

import dev.winnow.catalog.Choice;
import dev.winnow.lottery.Criterion;
import dev.winnow.lottery.ScoringContext;

/**
 * A criterion that looks at one weight at a time, before and after training (Zhou et al. 2019,
 * "Deconstructing Lottery Tickets", 1905.01067, section 3: M(w_i, w_f)).
 */
interface PairCriterion extends Criterion {
  /** The score of one weight from its values at initialisation and after training. */
  @FunctionalInterface
  interface Score {
    float of(float initial, float trained);
  }

  Score scoring(Choice choice);

  @Override
  default float[] score(ScoringContext context, Choice choice) {
    Score scoring = scoring(choice);
    float[] initial = ScoringContext.prunable(context.initial());
    float[] scores = ScoringContext.prunable(context.trained());
    for (int i = 0; i < scores.length; i++) {
      scores[i] = scoring.of(initial[i], scores[i]);
    }
    return scores;
  }
}
