package dev.winnow.lottery.criterion;

import dev.winnow.architecture.ParameterLayout;
import dev.winnow.architecture.Weights;
import dev.winnow.catalog.Choice;
import dev.winnow.lottery.Mask;
import dev.winnow.lottery.Networks;
import dev.winnow.lottery.ScoringContexts;
import java.util.Map;

/** Scores of five weights in two layers, between biases of 100. */
final class Pairs {
  private static final ParameterLayout LAYOUT = Networks.layout(3, 2);

  /** Large and grown, small and grown, sign changed, shrunk, unmoved. */
  static final Weights INITIAL = weights(-2, 0.5f, 1, -4, 3);

  static final Weights TRAINED = weights(-5, 0.75f, -2, -1, 3);

  private Pairs() {}

  private static Weights weights(float a, float b, float c, float d, float e) {
    return new Weights(LAYOUT, new float[] {a, b, c, 100, d, e, 100});
  }

  static float[] scores(PairCriterion criterion) {
    return scores(criterion, Map.of());
  }

  static float[] scores(PairCriterion criterion, Map<String, Object> parameters) {
    return criterion.score(
        ScoringContexts.of(Mask.dense(LAYOUT), INITIAL, TRAINED, 1),
        new Choice(criterion.name(), parameters));
  }
}
