package dev.winnow.lottery.criterion;

import dev.winnow.catalog.Choice;
import org.springframework.stereotype.Component;

/** Keeps the weights that grew most in magnitude (1905.01067, section 3, "magnitude increase"). */
@Component
final class MagnitudeIncrease implements PairCriterion {
  @Override
  public String name() {
    return "magnitude-increase";
  }

  @Override
  public String summary() {
    return "Prune the weights that grew least, or shrank most, in magnitude";
  }

  @Override
  public Score scoring(Choice choice) {
    return (initial, trained) -> Math.abs(trained) - Math.abs(initial);
  }
}
