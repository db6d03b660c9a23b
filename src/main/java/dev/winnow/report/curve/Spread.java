package dev.winnow.report.curve;

import java.util.Arrays;

/** How a value lies over the trials. */
public record Spread(double mean, double min, double max) {
  /**
   * @param values at least one
   */
  static Spread of(double[] values) {
    return new Spread(
        mean(values),
        Arrays.stream(values).min().orElseThrow(),
        Arrays.stream(values).max().orElseThrow());
  }

  /** Added up one after another, so that equal runs give equal bits. */
  static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }
}
