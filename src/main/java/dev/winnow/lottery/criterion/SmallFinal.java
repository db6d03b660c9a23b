package dev.winnow.lottery.criterion;

import dev.winnow.catalog.Choice;
import org.springframework.stereotype.Component;

/**
 * Keeps the weights that are smallest after training: the opposite of magnitude (1905.01067,
 * section 3, "small final").
 */
@Component
final class SmallFinal implements PairCriterion {
  @Override
  public String name() {
    return "small-final";
  }

  @Override
  public String summary() {
    return "Prune the weights that are largest in magnitude after training";
  }

  @Override
  public Score scoring(Choice choice) {
    return (initial, trained) -> -Math.abs(trained);
  }
}
