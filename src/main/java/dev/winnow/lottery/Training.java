package dev.winnow.lottery;

import java.util.Set;
import java.util.TreeSet;

/**
 * One training to be done.
 *
 * @param ticket what is trained, with an optimizer whose state is new
 * @param from the iteration at which it begins, which is its place in the order of the data and in
 *     the schedule of the learning rate; it ends where a training from 0 does
 * @param keep the iterations after which the weights are handed back, besides the last; {@code
 *     from} for those at the start
 */
public record Training(Ticket ticket, int from, Set<Integer> keep) {
  /**
   * @throws IllegalArgumentException if it begins before 0 or is to keep what lies before its start
   */
  public Training {
    keep = Set.copyOf(keep);
    int first = from;
    if (from < 0 || keep.stream().anyMatch(iteration -> iteration < first)) {
      throw new IllegalArgumentException(
          "A training from iteration %d cannot keep %s".formatted(from, new TreeSet<>(keep)));
    }
  }

  /** A training for the full budget, of which only the last weights are kept. */
  public static Training full(Ticket ticket) {
    return new Training(ticket, 0, Set.of());
  }
}
