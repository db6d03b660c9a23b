package dev.winnow.training;

import dev.winnow.catalog.Choice;
import dev.winnow.catalog.Domain.Decimals;
import dev.winnow.catalog.Parameter;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
final class SgdKind implements OptimizerKind {
  @Override
  public String name() {
    return "sgd";
  }

  @Override
  public String summary() {
    return "Stochastic gradient descent with momentum";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        OptimizerKind.learningRate(),
        Parameter.decimal("momentum", "Share of the last step", "0.9", Decimals.from("0", "1")),
        OptimizerKind.weightDecay());
  }

  @Override
  public Optimizer create(Choice choice) {
    return new Optimizer.Sgd(
        choice.decimal("learningRate"), choice.decimal("momentum"), choice.decimal("weightDecay"));
  }
}
