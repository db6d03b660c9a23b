package dev.winnow.report.curve;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Curves as comma-separated values (RFC 4180): one row for each arm and round. */
public final class CurveTable {
  private static final String END = "\r\n";
  private static final List<String> VALUES =
      List.of("test_accuracy_at_early_stop", "test_accuracy_at_end", "early_stop_iteration");

  private CurveTable() {}

  public static String write(Curves curves) {
    return curves.arms().stream()
        .flatMap(arm -> arm.points().stream().map(point -> row(arm.name(), point)))
        .collect(Collectors.joining("", header(), ""));
  }

  private static String header() {
    return VALUES.stream()
        .flatMap(value -> Stream.of("mean", "min", "max").map(part -> value + "_" + part))
        .collect(Collectors.joining(",", "arm,round,density,n,runs,", END));
  }

  /** An arm's id has no character that would need quotes. */
  private static String row(String arm, ArmPoint point) {
    return Stream.of(
            point.testAccuracyAtEarlyStop(), point.testAccuracyAtEnd(), point.earlyStopIteration())
        .flatMap(spread -> Stream.of(spread.mean(), spread.min(), spread.max()))
        .map(String::valueOf)
        .collect(
            Collectors.joining(
                ",",
                "%s,%d,%s,%d,%d,"
                    .formatted(arm, point.round(), point.density(), point.n(), point.runs()),
                END));
  }
}
