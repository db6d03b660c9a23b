package dev.winnow.report;

import dev.winnow.results.RunQueries.Point;

/** The runs of one arm and round, gathered in the order of their trials. */
final class PointSum {
  private final int round;
  private final double density;
  private final SpreadSum atEarlyStop = new SpreadSum();
  private final SpreadSum atEnd = new SpreadSum();
  private final SpreadSum iteration = new SpreadSum();
  private int trial;
  private int trials;
  private int runs;

  PointSum(Point first) {
    round = first.key().round();
    density = first.density();
    trial = first.trial();
  }

  void add(Point point) {
    if (point.trial() != trial) {
      endTrial();
      trial = point.trial();
    }
    atEarlyStop.add(point.testAccuracyAtEarlyStop());
    atEnd.add(point.testAccuracyAtEnd());
    iteration.add(point.earlyStopIteration());
    runs++;
  }

  private void endTrial() {
    atEarlyStop.endTrial();
    atEnd.endTrial();
    iteration.endTrial();
    trials++;
  }

  /** The point; nothing may be added afterwards. */
  ArmPoint finish() {
    endTrial();
    return new ArmPoint(
        round, density, trials, runs, atEarlyStop.spread(), atEnd.spread(), iteration.spread());
  }
}
