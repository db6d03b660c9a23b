package dev.winnow.command.reproduction;

import java.util.List;
import java.util.Optional;

/**
 * A quantity measured once per trial.
 *
 * @param values of the trials that have it
 */
record TrialSample(List<Double> values) {
  /** Of the intervals. */
  static final double CONFIDENCE = 0.95;

  TrialSample {
    values = List.copyOf(values);
  }

  /** From {@code low} to {@code high}. */
  record Interval(double low, double high) {}

  int size() {
    return values.size();
  }

  /** NaN if there are no values. */
  double mean() {
    return values.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
  }

  /** Student's t interval of the mean; none for fewer than two values. */
  Optional<Interval> interval() {
    if (size() < 2) {
      return Optional.empty();
    }
    double mean = mean();
    double squares = values.stream().mapToDouble(value -> (value - mean) * (value - mean)).sum();
    double standardError = Math.sqrt(squares / (size() - 1) / size());
    double half = StudentT.critical(CONFIDENCE, size() - 1) * standardError;
    return Optional.of(new Interval(mean - half, mean + half));
  }
}
