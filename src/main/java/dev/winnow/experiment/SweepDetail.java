package dev.winnow.experiment;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonPointer;

/**
 * A sweep with its experiments.
 *
 * @param grid the values of each field, by its place in the definition
 * @param points in the order of their numbers, without those whose experiments have been removed
 */
public record SweepDetail(
    @JsonUnwrapped SweepSummary summary,
    Map<JsonPointer, List<Object>> grid,
    List<PointDetail> points) {
  public SweepDetail {
    points = List.copyOf(points);
  }

  /**
   * A point and its experiment.
   *
   * @param number from 1
   * @param label the point's values in words
   * @param values by their fields' places in the definition
   */
  public record PointDetail(
      int number, String label, Map<JsonPointer, Object> values, ExperimentSummary experiment) {}
}
