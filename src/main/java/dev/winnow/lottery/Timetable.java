package dev.winnow.lottery;

import java.util.HashSet;
import java.util.OptionalInt;
import java.util.Set;

/**
 * When things happen in the trainings of an experiment, in iterations.
 *
 * @param mode which values a round begins with
 * @param rewindTo where in training a round after the first begins
 * @param pruneAt after which iteration the weights are taken by which the next mask is pruned;
 *     empty for the last
 * @param optimizer what becomes of its state between rounds
 */
public record Timetable(
    RewindMode mode, int rewindTo, OptionalInt pruneAt, OptimizerState optimizer) {
  /** Rewinding to the initialisation, pruning by the final weights. */
  public static final Timetable ORIGINAL =
      new Timetable(RewindMode.WEIGHTS, 0, OptionalInt.empty());

  /** With an optimizer that is new in each round. */
  public Timetable(RewindMode mode, int rewindTo, OptionalInt pruneAt) {
    this(mode, rewindTo, pruneAt, OptimizerState.RESET);
  }

  /**
   * @param iterationsPerEpoch floor(training examples ÷ batch size)
   */
  public static Timetable of(PruningPlan plan, RewindPoint rewind, int iterationsPerEpoch) {
    return new Timetable(
        rewind.mode(),
        rewind.to().in(iterationsPerEpoch),
        plan.pruneAt().step().stream().mapToInt(step -> step.in(iterationsPerEpoch)).findFirst(),
        rewind.optimizerState());
  }

  /** Whether survivors return to weights that round 0 had on its way. */
  boolean keepsRewindWeights() {
    return mode == RewindMode.WEIGHTS && rewindTo > 0;
  }

  boolean keepsOptimizer() {
    return optimizer == OptimizerState.KEPT;
  }

  /** The training of a round's ticket. */
  Training ticket(Ticket ticket, int round) {
    Set<Integer> keep = new HashSet<>();
    pruneAt.ifPresent(keep::add);
    if (round == 0 && keepsRewindWeights()) {
      keep.add(rewindTo);
    }
    return new Training(ticket, from(round), keep);
  }

  /** The training of a control, as long as that of the round's ticket. */
  Training control(Ticket ticket, int round) {
    return new Training(ticket, from(round), Set.of());
  }

  private int from(int round) {
    return round == 0 ? 0 : rewindTo;
  }
}
