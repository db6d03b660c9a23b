package dev.winnow.lottery;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * One training to be done.
 *
 * @param ticket what is trained
 * @param from the iteration at which it begins, which is its place in the order of the data and in
 *     the schedule of the learning rate; it ends where a training from 0 does
 * @param keep the iterations after which the weights are handed back, besides the last; {@code
 *     from} for those at the start
 * @param memory what the optimizer knows when it begins; empty if it is new
 */
public record TrainingRequest(
    Ticket ticket, int from, Set<Integer> keep, Optional<OptimizerMemory> memory) {
  /**
   * @throws IllegalArgumentException if it begins before 0 or is to keep what lies before its start
   */
  public TrainingRequest {
    keep = Set.copyOf(keep);
    int first = from;
    if (from < 0 || keep.stream().anyMatch(iteration -> iteration < first)) {
      throw new IllegalArgumentException(
          "A training from iteration %d cannot keep %s".formatted(from, new TreeSet<>(keep)));
    }
  }

  /** With an optimizer that is new. */
  public TrainingRequest(Ticket ticket, int from, Set<Integer> keep) {
    this(ticket, from, keep, Optional.empty());
  }

  /** A training for the full budget, of which only the last weights are kept. */
  public static TrainingRequest full(Ticket ticket) {
    return new TrainingRequest(ticket, 0, Set.of());
  }

  /** The same with an optimizer that remembers a training before it, but for what is pruned. */
  public TrainingRequest remembering(OptimizerMemory before) {
    return new TrainingRequest(ticket, from, keep, Optional.of(before.under(ticket.mask())));
  }
}
