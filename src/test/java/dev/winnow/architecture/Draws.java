package dev.winnow.architecture;

import dev.winnow.catalog.Choice;
import dev.winnow.random.RandomStream;
import java.util.DoubleSummaryStatistics;
import java.util.Map;
import java.util.function.DoubleSupplier;

/** What an initialisation gives one tensor. */
final class Draws {
  /** Fans of 784 and 300: 235,200 draws, so that the variance's standard error is 0.3 % at most. */
  static final TensorSpec WIDE = TensorSpec.weight("fc1.weight", 300, 784);

  private final double[] values;

  private Draws(double[] values) {
    this.values = values;
  }

  static Draws of(
      Initialisation initialisation, TensorSpec tensor, Map<String, Object> parameters) {
    DoubleSupplier source =
        initialisation.values(
            tensor,
            new Choice(initialisation.name(), parameters),
            RandomStream.of(1, "initialisation", tensor.name()));
    double[] values = new double[tensor.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = source.getAsDouble();
    }
    return new Draws(values);
  }

  double[] values() {
    return values.clone();
  }

  DoubleSummaryStatistics summary() {
    DoubleSummaryStatistics summary = new DoubleSummaryStatistics();
    for (double value : values) {
      summary.accept(value);
    }
    return summary;
  }

  double variance() {
    double sum = 0;
    for (double value : values) {
      sum += value * value;
    }
    return sum / values.length;
  }
}
