package dev.winnow.lottery.criterion;

import dev.winnow.catalog.Choice;
import dev.winnow.lottery.Criterion;
import dev.winnow.lottery.ScoringContext;
import org.springframework.stereotype.Component;

/** Keeps weights drawn uniformly, with the ticket's initial values (1905.01067, section 3). */
@Component
final class RandomScore implements Criterion {
  @Override
  public String name() {
    return "random";
  }

  @Override
  public String summary() {
    return "Prune weights at random; the survivors are rewound all the same";
  }

  @Override
  public float[] score(ScoringContext context, Choice choice) {
    int[] order = context.random().permutation(context.mask().size());
    float[] scores = new float[order.length];
    for (int i = 0; i < scores.length; i++) {
      // Bits that sort as the numbers do: a float does not hold every whole number above 2^24.
      scores[i] = Float.intBitsToFloat(order[i]);
    }
    return scores;
  }
}
