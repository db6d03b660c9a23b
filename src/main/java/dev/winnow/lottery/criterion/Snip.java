package dev.winnow.lottery.criterion;

import dev.winnow.catalog.Choice;
import dev.winnow.catalog.Parameter;
import dev.winnow.lottery.Criterion;
import dev.winnow.lottery.Objective;
import dev.winnow.lottery.ScoringContext;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Keeps the weights to which the loss is most sensitive before training: |g w|, where g is the
 * gradient of the loss over one batch (Lee et al. 2019, "SNIP", 1810.02340, equation 5).
 */
@Component
final class Snip implements Criterion {
  private static final String EXAMPLES = "examples";

  @Override
  public String name() {
    return "snip";
  }

  @Override
  public String summary() {
    return "Before training, prune the weights to which the loss of one batch is least sensitive";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        Parameter.integer(EXAMPLES, "Training examples drawn for the batch", 100, 1, 1000));
  }

  @Override
  public boolean looksAhead() {
    return true;
  }

  @Override
  public int examples(Choice choice) {
    return choice.integer(EXAMPLES);
  }

  @Override
  public float[] score(ScoringContext context, Choice choice) {
    Objective loss = new Objective.Loss(examples(choice), context.random().nextLong());
    float[] weights = ScoringContext.prunable(context.trained());
    float[] scores = context.slopes(context.trained(), loss);
    for (int i = 0; i < scores.length; i++) {
      scores[i] = Math.abs(scores[i] * weights[i]);
    }
    return scores;
  }
}
