package dev.winnow.report.curve;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.winnow.results.RunQueries.Point;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Accuracy and early-stop iteration against weights remaining (1803.03635, figures 3 and 4).
 *
 * @param arms the ticket first, then the controls in the definition's order
 */
public record Curves(List<ArmCurve> arms) {
  public Curves {
    arms = List.copyOf(arms);
  }

  /**
   * @param arms their ids in order; one without a completed run gets a curve without points
   * @param runs completed ones; those of one arm and round in the order of trial and replicate
   */
  public static Curves of(List<String> arms, List<Point> runs) {
    Map<String, SortedMap<Integer, List<Point>>> byArm =
        runs.stream()
            .collect(
                groupingBy(
                    run -> run.key().arm(),
                    groupingBy(run -> run.key().round(), TreeMap::new, toList())));
    return new Curves(
        arms.stream()
            .map(arm -> ArmCurve.of(arm, byArm.getOrDefault(arm, new TreeMap<>()).values()))
            .toList());
  }
}
