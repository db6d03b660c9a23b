package dev.winnow.experiment;

import java.time.Instant;
import java.util.List;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.annotation.JsonSerialize;
import tools.jackson.databind.ser.std.ToStringSerializer;

/**
 * A sweep as a list shows it.
 *
 * @param fields where the grid's fields stand in the definition
 * @param experiments that have not been removed
 * @param ended how many of them have nothing left to do
 */
public record SweepSummary(
    long id,
    String name,
    Instant createdAt,
    @JsonSerialize(contentUsing = ToStringSerializer.class) List<JsonPointer> fields,
    int experiments,
    int ended,
    int runsDone,
    int runsTotal) {
  public SweepSummary {
    fields = List.copyOf(fields);
  }
}
