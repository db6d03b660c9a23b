package dev.winnow.training;

import dev.winnow.catalog.Choice;
import dev.winnow.catalog.Domain.Decimals;
import dev.winnow.catalog.Parameter;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Gradient descent with Nesterov's momentum (Sutskever et al. 2013, in the form of Bengio et al.
 * 2013, equation 7): v = momentum · v + g; w −= rate · (g + momentum · v).
 */
@Component
final class Nesterov implements Optimizer {
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
    return Velocity.nesterov(settings, variables);
  }
}
