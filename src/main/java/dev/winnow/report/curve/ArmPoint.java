package dev.winnow.report.curve;

import dev.winnow.results.RunQueries.Point;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * An arm in one round, over the trials that have completed it. Replicates are averaged within their
 * trial first; diverged runs do not count.
 *
 * @param density kept ÷ prunable weights, from 0 to 1
 * @param n trials
 * @param runs over all those trials
 * @param testAccuracyAtEarlyStop from 0 to 1
 * @param testAccuracyAtEnd from 0 to 1
 * @param earlyStopIteration iterations
 */
public record ArmPoint(
    int round,
    double density,
    int n,
    int runs,
    Spread testAccuracyAtEarlyStop,
    Spread testAccuracyAtEnd,
    Spread earlyStopIteration) {
  /**
   * @param runs at least one, all of one arm and round, in the order of trial and replicate
   */
  static ArmPoint of(List<Point> runs) {
    Collection<List<Point>> trials =
        runs.stream()
            .collect(Collectors.groupingBy(Point::trial, TreeMap::new, Collectors.toList()))
            .values();
    Point first = runs.get(0);
    return new ArmPoint(
        first.key().round(),
        first.density(),
        trials.size(),
        runs.size(),
        spread(trials, Point::testAccuracyAtEarlyStop),
        spread(trials, Point::testAccuracyAtEnd),
        spread(trials, Point::earlyStopIteration));
  }

  private static Spread spread(Collection<List<Point>> trials, ToDoubleFunction<Point> value) {
    return Spread.of(
        trials.stream()
            .mapToDouble(runs -> Spread.mean(runs.stream().mapToDouble(value).toArray()))
            .toArray());
  }
}
