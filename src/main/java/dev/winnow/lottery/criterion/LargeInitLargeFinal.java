package dev.winnow.lottery.criterion;

import dev.winnow.catalog.Choice;
import dev.winnow.catalog.Domain.Decimals;
import dev.winnow.catalog.Parameter;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Keeps the weights that were large and stayed so: min(α |w_f|, |w_i|) (1905.01067, section 3,
 * "large init large final").
 */
@Component
final class LargeInitLargeFinal implements PairCriterion {
  @Override
  public String name() {
    return "large-init-large-final";
  }

  @Override
  public String summary() {
    return "Prune the weights that were small before or after training";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        Parameter.decimal(
            "alpha", "Scale of the trained weights", "1", Decimals.above("0", "1000000")));
  }

  @Override
  public Score scoring(Choice choice) {
    float alpha = choice.decimal("alpha").floatValue();
    return (initial, trained) -> Math.min(alpha * Math.abs(trained), Math.abs(initial));
  }
}
