package dev.winnow.report.curve;

import dev.winnow.results.RunQueries.Point;
import java.util.Collection;
import java.util.List;

/**
 * An arm over the rounds.
 *
 * @param name the arm's id
 * @param points of the rounds that at least one trial has completed, ascending
 */
public record ArmCurve(String name, List<ArmPoint> points) {
  public ArmCurve {
    points = List.copyOf(points);
  }

  /**
   * @param rounds the runs of each, ascending
   */
  static ArmCurve of(String name, Collection<List<Point>> rounds) {
    return new ArmCurve(name, rounds.stream().map(ArmPoint::of).toList());
  }
}
