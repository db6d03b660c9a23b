package dev.winnow.report;

import dev.winnow.results.RunQueries.Point;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Curves gathered run by run; memory grows with arms and rounds, not with runs. */
final class CurveSum {
  private final Map<String, Map<Integer, PointSum>> arms = new HashMap<>();

  /**
   * @param point of a completed run; those of one arm and round come in the order of their trials
   */
  void add(Point point) {
    arms.computeIfAbsent(point.key().arm(), arm -> new TreeMap<>())
        .computeIfAbsent(point.key().round(), round -> new PointSum(point))
        .add(point);
  }

  /**
   * @param order the arms' ids; one without a completed run gets a curve without points
   */
  Curves finish(List<String> order) {
    return new Curves(order.stream().map(arm -> new ArmCurve(arm, points(arm))).toList());
  }

  private List<ArmPoint> points(String arm) {
    return arms.getOrDefault(arm, Map.of()).values().stream().map(PointSum::finish).toList();
  }
}
