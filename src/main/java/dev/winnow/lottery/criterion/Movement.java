package dev.winnow.lottery.criterion;

import dev.winnow.catalog.Choice;
import org.springframework.stereotype.Component;

/**
 * Keeps the weights that training moved farthest, in either direction (1905.01067, section 3,
 * "movement").
 */
@Component
final class Movement implements PairCriterion {
  @Override
  public String name() {
    return "movement";
  }

  @Override
  public String summary() {
    return "Prune the weights that training moved least";
  }

  @Override
  public Score scoring(Choice choice) {
    return (initial, trained) -> Math.abs(trained - initial);
  }
}
