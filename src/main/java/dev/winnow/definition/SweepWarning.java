package dev.winnow.definition;

import java.util.List;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.annotation.JsonSerialize;
import tools.jackson.databind.ser.std.ToStringSerializer;

/**
 * Something in a valid sweep that its author may not have meant.
 *
 * @param pointer where in what was posted
 * @param detail what follows from it, as a sentence
 * @param points the grid's points to which it applies, from 1
 */
public record SweepWarning(
    @JsonSerialize(using = ToStringSerializer.class) JsonPointer pointer,
    String detail,
    List<Integer> points) {
  public SweepWarning {
    points = List.copyOf(points);
  }
}
