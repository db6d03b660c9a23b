package dev.winnow.training;

import dev.winnow.catalog.Choice;
import dev.winnow.catalog.Domain.Decimals;
import dev.winnow.catalog.Named;
import dev.winnow.catalog.Parameter;
import java.util.Optional;

/**
 * How a gradient becomes a step. Weight decay is L2 regularisation: decay × weight is added to the
 * gradient of prunable weights (not of biases) before anything else.
 */
public interface Optimizer extends Named {
  /** Numbers that it carries from update to update for each value. */
  int memories();

  /** Learns the variables from the first update on, its memory zero. */
  ParameterUpdater learner(Choice settings, Variables variables);

  /** The learning rate, which must be given: no one value is right for all networks. */
  static Parameter learningRate() {
    return new Parameter(
        "learningRate", "Length of a step", Decimals.above("0", "1000000000000"), Optional.empty());
  }

  static Parameter weightDecay() {
    return Parameter.decimal(
        "weightDecay", "L2 regularisation of the prunable weights", "0", Decimals.from("0", "1"));
  }
}
