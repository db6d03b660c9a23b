package dev.winnow.lottery.method;

import dev.winnow.architecture.Weights;
import dev.winnow.lottery.ArmChoice;
import dev.winnow.lottery.Journal;
import dev.winnow.lottery.LayerBudget;
import dev.winnow.lottery.Mask;
import dev.winnow.lottery.OptimizerMemory;
import dev.winnow.lottery.Outcome;
import dev.winnow.lottery.Plan;
import dev.winnow.lottery.Pruner;
import dev.winnow.lottery.PruningStrategy;
import dev.winnow.lottery.RewindMode;
import dev.winnow.lottery.RunArtifacts;
import dev.winnow.lottery.RunKey;
import dev.winnow.lottery.Ticket;
import dev.winnow.lottery.Trained;
import dev.winnow.lottery.Trainer;
import dev.winnow.lottery.TrainingRequest;
import dev.winnow.lottery.TrialStatus;
import java.util.List;
import java.util.Optional;

/** One slice of iterative magnitude pruning (1803.03635, section 2) on one trial. */
final class IterativePruning {
  private static final String REWIND_WEIGHTS = "rewind-weights";
  private static final String PRUNING_WEIGHTS = "pruning-weights";
  private static final String OPTIMIZER_STATE = "optimizer-state";

  private final Plan plan;
  private final Pruner pruning;
  private final Journal journal;
  private final Trainer trainer;
  private final RewindSchedule schedule;
  private final List<List<LayerBudget>> budgets;

  IterativePruning(Plan plan, Pruner pruning, Journal journal, Trainer trainer) {
    this.plan = plan;
    this.pruning = pruning;
    this.journal = journal;
    this.trainer = trainer;
    this.schedule = RewindSchedule.of(plan);
    this.budgets = plan.pruning().budgets(plan.layout());
  }

  TrialStatus advance(List<List<RunKey>> runs) {
    return new Rounds(journal, runs).advance(PrunedRound::new);
  }

  /** The weights with which a round begins, before its mask is applied. */
  private Weights origin(int round) {
    if (round == 0 || (schedule.mode() == RewindMode.WEIGHTS && schedule.rewindTo() == 0)) {
      return pruning.tickets().initialWeights();
    }
    return schedule.mode() == RewindMode.WEIGHTS
        ? weights(0, REWIND_WEIGHTS)
        : journal.finalWeights(parent(round));
  }

  private Weights weights(int round, String name) {
    return Weights.fromBytes(plan.layout(), journal.artifact(round, name));
  }

  /** The round whose result a round is pruned from. */
  private int parent(int round) {
    return plan.pruning().strategy() == PruningStrategy.ITERATIVE ? round - 1 : 0;
  }

  /** Round k trains under the mask that round k − 1 left; an experiment that grew makes it. */
  private Mask mask(int round) {
    return round == 0
        ? Mask.dense(plan.layout())
        : journal.mask(round).orElseGet(() -> pruned(round));
  }

  private Mask pruned(int round) {
    int parent = parent(round);
    return pruning.prune(mask(parent), pruningWeights(parent), round, budgets.get(round));
  }

  private Weights pruningWeights(int round) {
    return schedule.pruneAt().isPresent()
        ? weights(round, PRUNING_WEIGHTS)
        : journal.finalWeights(round);
  }

  private final class PrunedRound implements Rounds.Round {
    private final int round;
    private final Weights origin;
    private final Ticket ticket;

    PrunedRound(int round) {
      this.round = round;
      this.origin = origin(round);
      this.ticket =
          pruning.tickets().ticket(mask(round), origin, round, plan.pruning().maskActions());
    }

    @Override
    public Outcome ticket() {
      TrainingRequest training = schedule.ticket(ticket, round);
      if (schedule.keepsOptimizer() && round > 0) {
        byte[] before = journal.artifact(parent(round), OPTIMIZER_STATE);
        training = training.remembering(OptimizerMemory.fromBytes(plan.layout(), before));
      }
      return trainer.train(training, journal.progress());
    }

    @Override
    public Outcome control(RunKey run) {
      ArmChoice arm = plan.arm(run);
      Ticket control =
          pruning
              .tickets()
              .control(
                  run,
                  arm,
                  ticket,
                  origin,
                  () -> pruning.oneShot(pruningWeights(0), round, budgets.get(round)));
      return trainer.train(schedule.control(control, round), journal.progress());
    }

    @Override
    public RunArtifacts left(Outcome outcome) {
      RunArtifacts left = RunArtifacts.NONE;
      if (round == 0 && !schedule.keepsRewindWeights()) {
        left = left.with(REWIND_WEIGHTS, ticket.start());
      }
      return outcome instanceof Trained trained ? left(left, trained) : left;
    }

    private RunArtifacts left(RunArtifacts before, Trained trained) {
      RunArtifacts left = before;
      if (round == 0 && schedule.keepsRewindWeights()) {
        left = left.with(REWIND_WEIGHTS, trained.at(schedule.rewindTo()));
      }
      Weights ranked = trained.finalWeights();
      if (schedule.pruneAt().isPresent()) {
        ranked = trained.at(schedule.pruneAt().getAsInt());
        left = left.with(PRUNING_WEIGHTS, ranked);
      }
      if (schedule.keepsOptimizer()) {
        left = left.with(OPTIMIZER_STATE, trained.memory());
      }
      return next(ranked).map(left::withNextMask).orElse(left);
    }

    private Optional<Mask> next(Weights ranked) {
      if (round == plan.pruning().rounds()) {
        return Optional.empty();
      }
      int next = round + 1;
      boolean direct = plan.pruning().strategy() == PruningStrategy.ONE_SHOT && round > 0;
      return Optional.of(
          direct ? pruned(next) : pruning.prune(ticket.mask(), ranked, next, budgets.get(next)));
    }
  }
}
