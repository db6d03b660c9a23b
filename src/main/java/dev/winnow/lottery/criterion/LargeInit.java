package dev.winnow.lottery.criterion;

import dev.winnow.catalog.Choice;
import org.springframework.stereotype.Component;

/** Keeps the weights that were largest at initialisation (1905.01067, section 3, "large init"). */
@Component
final class LargeInit implements PairCriterion {
  @Override
  public String name() {
    return "large-init";
  }

  @Override
  public String summary() {
    return "Prune the weights that were smallest in magnitude at initialisation";
  }

  @Override
  public Score scoring(Choice choice) {
    return (initial, trained) -> Math.abs(initial);
  }
}
