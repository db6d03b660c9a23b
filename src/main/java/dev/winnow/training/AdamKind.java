package dev.winnow.training;

import dev.winnow.catalog.Choice;
import dev.winnow.catalog.Domain.Decimals;
import dev.winnow.catalog.Parameter;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
final class AdamKind implements OptimizerKind {
  @Override
  public String name() {
    return "adam";
  }

  @Override
  public String summary() {
    return "Adam (Kingma and Ba 2014), the paper's choice for LeNet and the small conv nets";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        OptimizerKind.learningRate(),
        Parameter.decimal("beta1", "Decay of the mean", "0.9", Decimals.from("0", "1")),
        Parameter.decimal("beta2", "Decay of the squares' mean", "0.999", Decimals.from("0", "1")),
        Parameter.decimal("epsilon", "Added to the root", "0.00000001", Decimals.above("0", "1")),
        OptimizerKind.weightDecay());
  }

  @Override
  public Optimizer create(Choice choice) {
    return new Optimizer.Adam(
        choice.decimal("learningRate"),
        choice.decimal("beta1"),
        choice.decimal("beta2"),
        choice.decimal("epsilon"),
        choice.decimal("weightDecay"));
  }
}
