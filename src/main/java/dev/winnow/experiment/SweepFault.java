package dev.winnow.experiment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a sweep.
 *
 * @param pointer where in what was posted, as a JSON pointer (RFC 6901)
 * @param value what stands there; null if nothing does
 * @param detail what is wrong, as a sentence
 * @param allowed what may stand there, as a noun phrase
 * @param points the grid's points at which it is wrong, from 1; empty if the grid itself is
 */
public record SweepFault(
    String pointer, @Nullable Object value, String detail, String allowed, List<Integer> points) {
  public SweepFault {
    points = List.copyOf(points);
  }
}
