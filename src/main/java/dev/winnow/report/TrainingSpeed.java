package dev.winnow.report;

import dev.winnow.results.RunQueries.Speed;
import java.util.Comparator;
import java.util.List;

/**
 * How fast trainings of one kind have been: same data, network, batch size and test evaluation.
 *
 * @param measured at least one training
 */
record TrainingSpeed(List<Speed> measured) {
  /** So many of the measured trainings, the nearest in density, speak for a planned one. */
  private static final int WITNESSES = 10;

  TrainingSpeed {
    measured = List.copyOf(measured);
  }

  /** Seconds that an iteration takes at a density, nearness taken on a logarithmic scale. */
  Span secondsPerIteration(double density) {
    List<Double> witnesses =
        measured.stream()
            .sorted(Comparator.comparingDouble(one -> Math.abs(Math.log(one.density() / density))))
            .limit(WITNESSES)
            .map(Speed::secondsPerIteration)
            .sorted()
            .toList();
    return new Span(quantile(witnesses, 0.5), quantile(witnesses, 0.9));
  }

  /** The nearest rank: the smallest of which that share is not larger. */
  private static double quantile(List<Double> sorted, double share) {
    return sorted.get((int) Math.ceil(share * sorted.size()) - 1);
  }
}
