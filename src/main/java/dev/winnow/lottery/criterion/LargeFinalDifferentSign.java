package dev.winnow.lottery.criterion;

import dev.winnow.catalog.Choice;
import org.springframework.stereotype.Component;

/**
 * Keeps the weights that are largest after training among those that changed their sign; all others
 * score 0 (1905.01067, section 5, the control "large final, diff sign").
 */
@Component
final class LargeFinalDifferentSign implements PairCriterion {
  @Override
  public String name() {
    return "large-final-different-sign";
  }

  @Override
  public String summary() {
    return "Prune the weights that kept their sign, then the smallest after training";
  }

  @Override
  public Score scoring(Choice choice) {
    return (initial, trained) -> Math.max(0, -Math.signum(initial) * trained);
  }
}
