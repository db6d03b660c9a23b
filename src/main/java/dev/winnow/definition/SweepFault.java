package dev.winnow.definition;

import dev.winnow.catalog.DefinitionError;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.annotation.JsonSerialize;
import tools.jackson.databind.ser.std.ToStringSerializer;

/**
 * One thing that is wrong with a sweep.
 *
 * @param pointer where in what was posted
 * @param value what stands there; null if nothing does
 * @param detail what is wrong, as a sentence
 * @param allowed what may stand there, as a noun phrase
 * @param points the grid's points at which it is wrong, from 1; empty if the grid itself is
 */
public record SweepFault(
    @JsonSerialize(using = ToStringSerializer.class) JsonPointer pointer,
    @Nullable Object value,
    String detail,
    String allowed,
    List<Integer> points) {
  public SweepFault {
    points = List.copyOf(points);
  }

  public SweepFault(DefinitionError error, List<Integer> points) {
    this(error.pointer(), error.value(), error.detail(), error.allowed(), points);
  }
}
