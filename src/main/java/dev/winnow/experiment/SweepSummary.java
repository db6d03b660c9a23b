package dev.winnow.experiment;

import java.time.Instant;
import java.util.List;

/**
 * A sweep as a list shows it.
 *
 * @param fields the grid's JSON pointers into the definition
 * @param experiments that have not been removed
 * @param ended how many of them have nothing left to do
 */
public record SweepSummary(
    long id,
    String name,
    Instant createdAt,
    List<String> fields,
    int experiments,
    int ended,
    int runsDone,
    int runsTotal) {
  public SweepSummary {
    fields = List.copyOf(fields);
  }
}
