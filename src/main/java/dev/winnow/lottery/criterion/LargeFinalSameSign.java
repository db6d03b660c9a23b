package dev.winnow.lottery.criterion;

import dev.winnow.catalog.Choice;
import org.springframework.stereotype.Component;

/**
 * Keeps the weights that are largest after training among those that kept their sign; all others
 * score 0 (1905.01067, section 5, "large final, same sign": max(0, w_i w_f ÷ |w_i|)).
 */
@Component
final class LargeFinalSameSign implements PairCriterion {
  @Override
  public String name() {
    return "large-final-same-sign";
  }

  @Override
  public String summary() {
    return "Prune the weights that changed their sign, then the smallest after training";
  }

  @Override
  public Score scoring(Choice choice) {
    return (initial, trained) -> Math.max(0, Math.signum(initial) * trained);
  }
}
