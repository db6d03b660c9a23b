package dev.winnow.lottery.criterion;

import dev.winnow.catalog.Choice;
import org.springframework.stereotype.Component;

/**
 * Keeps the weights that are largest after training, whatever their sign (1803.03635, section 1).
 */
@Component
final class Magnitude implements PairCriterion {
  @Override
  public String name() {
    return "magnitude";
  }

  @Override
  public String summary() {
    return "Prune the weights that are smallest in magnitude after training";
  }

  @Override
  public Score scoring(Choice choice) {
    return (initial, trained) -> Math.abs(trained);
  }
}
