package dev.winnow.lottery.criterion;

import dev.winnow.lottery.Criterion;
import dev.winnow.lottery.Evidence;
import org.springframework.stereotype.Component;

/**
 * Keeps the weights that are largest after training, whatever their sign (1803.03635, section 1).
 */
@Component
final class Magnitude implements Criterion {
  @Override
  public String name() {
    return "magnitude";
  }

  @Override
  public String summary() {
    return "Prune the weights that are smallest in magnitude after training";
  }

  @Override
  public float[] score(Evidence evidence) {
    float[] values = Evidence.prunable(evidence.trained());
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.abs(values[i]);
    }
    return values;
  }
}
