package dev.winnow.training;

import dev.winnow.catalog.Choice;
import dev.winnow.catalog.Domain.Decimals;
import dev.winnow.catalog.Parameter;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
final class NesterovKind implements OptimizerKind {
  @Override
  public String name() {
    return "nesterov";
  }

  @Override
  public String summary() {
    return "Stochastic gradient descent with Nesterov's momentum, which looks a step ahead";
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
    return new Optimizer.Nesterov(
        choice.decimal("learningRate"), choice.decimal("momentum"), choice.decimal("weightDecay"));
  }
}
