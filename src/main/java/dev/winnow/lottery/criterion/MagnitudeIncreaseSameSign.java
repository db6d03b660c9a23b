package dev.winnow.lottery.criterion;

import dev.winnow.catalog.Choice;
import org.springframework.stereotype.Component;

/**
 * Keeps the weights that grew most in magnitude among those that kept their sign: a weight that
 * changed it goes before any that did not.
 */
@Component
final class MagnitudeIncreaseSameSign implements PairCriterion {
  @Override
  public String name() {
    return "magnitude-increase-same-sign";
  }

  @Override
  public String summary() {
    return "Prune the weights that changed their sign, then those that grew least in magnitude";
  }

  @Override
  public Score scoring(Choice choice) {
    return (initial, trained) ->
        Math.signum(initial) * trained > 0
            ? Math.abs(trained) - Math.abs(initial)
            : Float.NEGATIVE_INFINITY;
  }
}
