package dev.winnow.report;

import dev.winnow.results.LearningCurveQueries.CurvePoint;
import java.util.List;

/**
 * All evaluations of one run.
 *
 * @param arm id
 */
public record LearningCurve(String arm, int replicate, List<CurvePoint> points) {
  public LearningCurve {
    points = List.copyOf(points);
  }
}
