package dev.winnow.training;

import dev.winnow.catalog.Choice;
import dev.winnow.catalog.Domain.Decimals;
import dev.winnow.catalog.Parameter;
import java.util.List;
import org.springframework.stereotype.Component;

/** Gradient descent with heavy-ball momentum: v = momentum · v + g; w −= rate · v. */
@Component
final class Sgd implements Optimizer {
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
        Optimizer.learningRate(),
        Parameter.decimal("momentum", "Share of the last step", "0.9", Decimals.from("0", "1")),
        Optimizer.weightDecay());
  }

  @Override
  public int memories() {
    return 1;
  }

  @Override
  public ParameterUpdater learner(Choice settings, Variables variables) {
    return Velocity.heavyBall(settings, variables);
  }
}
