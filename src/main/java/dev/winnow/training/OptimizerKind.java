package dev.winnow.training;

import dev.winnow.catalog.Choice;
import dev.winnow.catalog.Domain.Decimals;
import dev.winnow.catalog.Named;
import dev.winnow.catalog.Parameter;
import java.util.Optional;

/** An optimizer as a researcher picks it. The set is closed: each has its own fused kernel. */
public interface OptimizerKind extends Named {
  /** The optimizer with all its settings. */
  Optimizer create(Choice choice);

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
