package dev.winnow.lottery.method;

import dev.winnow.lottery.OptimizerStateMode;
import dev.winnow.lottery.Plan;
import dev.winnow.lottery.RewindMode;
import dev.winnow.lottery.Ticket;
import dev.winnow.lottery.TrainingRequest;
import java.util.HashSet;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Where in training each round begins and is pruned, in iterations.
 *
 * @param mode which values a round begins with
 * @param rewindTo where in training a round after the first begins
 * @param pruneAt after which iteration the weights are taken by which the next mask is pruned;
 *     empty for the last
 * @param optimizer what becomes of its state between rounds
 */
record RewindSchedule(
    RewindMode mode, int rewindTo, OptionalInt pruneAt, OptimizerStateMode optimizer) {
  static RewindSchedule of(Plan plan) {
    int perEpoch = plan.data().perEpoch();
    return new RewindSchedule(
        plan.rewind().mode(),
        plan.rewind().to().in(perEpoch),
        plan.pruning().pruneAt().step().stream().mapToInt(step -> step.in(perEpoch)).findFirst(),
        plan.rewind().optimizerState());
  }

  /** Whether survivors return to weights that round 0 had on its way. */
  boolean keepsRewindWeights() {
    return mode == RewindMode.WEIGHTS && rewindTo > 0;
  }

  boolean keepsOptimizer() {
    return optimizer == OptimizerStateMode.KEPT;
  }

  /** The training of a round's ticket. */
  TrainingRequest ticket(Ticket ticket, int round) {
    Set<Integer> keep = new HashSet<>();
    pruneAt.ifPresent(keep::add);
    if (round == 0 && keepsRewindWeights()) {
      keep.add(rewindTo);
    }
    return new TrainingRequest(ticket, from(round), keep);
  }

  /** The training of a control, as long as that of the round's ticket. */
  TrainingRequest control(Ticket ticket, int round) {
    return new TrainingRequest(ticket, from(round), Set.of());
  }

  private int from(int round) {
    return round == 0 ? 0 : rewindTo;
  }
}
