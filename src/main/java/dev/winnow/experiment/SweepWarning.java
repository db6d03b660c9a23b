package dev.winnow.experiment;

import java.util.List;

/**
 * Something in a valid sweep that its author may not have meant.
 *
 * @param pointer where in what was posted, as a JSON pointer (RFC 6901)
 * @param detail what follows from it, as a sentence
 * @param points the grid's points to which it applies, from 1
 */
public record SweepWarning(String pointer, String detail, List<Integer> points) {
  public SweepWarning {
    points = List.copyOf(points);
  }
}
