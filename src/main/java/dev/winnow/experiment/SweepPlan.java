package dev.winnow.experiment;

import dev.winnow.definition.SweepFault;
import dev.winnow.definition.SweepWarning;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;

/**
 * What would come of submitting a sweep.
 *
 * @param valid whether every point is
 * @param experiments one for each point
 * @param trainings over all points; of the valid ones if there are errors
 */
public record SweepPlan(
    boolean valid,
    long experiments,
    long trainings,
    List<PlannedPoint> points,
    List<SweepFault> errors,
    List<SweepWarning> warnings) {
  public SweepPlan {
    points = List.copyOf(points);
    errors = List.copyOf(errors);
    warnings = List.copyOf(warnings);
  }

  /**
   * What would come of one point.
   *
   * @param values by their fields' places in the definition
   * @param name of its experiment; null if the point has errors
   * @param fingerprint null if the point has errors
   * @param trainings over all trials; null if the point has errors
   */
  public record PlannedPoint(
      int number,
      Map<JsonPointer, Object> values,
      @Nullable String name,
      @Nullable String fingerprint,
      @Nullable Integer trainings) {}
}
