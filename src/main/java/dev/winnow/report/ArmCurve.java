package dev.winnow.report;

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
}
