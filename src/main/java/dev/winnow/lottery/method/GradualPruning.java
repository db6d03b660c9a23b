package dev.winnow.lottery.method;

import dev.winnow.catalog.Domain;
import dev.winnow.catalog.Findings;
import dev.winnow.catalog.Parameter;
import dev.winnow.lottery.ArmChoice;
import dev.winnow.lottery.Criteria;
import dev.winnow.lottery.Criterion;
import dev.winnow.lottery.Journal;
import dev.winnow.lottery.LayerBudget;
import dev.winnow.lottery.Mask;
import dev.winnow.lottery.Method;
import dev.winnow.lottery.Outcome;
import dev.winnow.lottery.Plan;
import dev.winnow.lottery.Pruner;
import dev.winnow.lottery.RunArtifacts;
import dev.winnow.lottery.RunKey;
import dev.winnow.lottery.Ticket;
import dev.winnow.lottery.Tickets;
import dev.winnow.lottery.Trainer;
import dev.winnow.lottery.TrainingRequest;
import dev.winnow.lottery.TrainingSession;
import dev.winnow.lottery.TrialStatus;
import dev.winnow.training.Step;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonPointer;

/**
 * Gradual magnitude pruning (Zhu and Gupta 2017): for each listed density a training of its own
 * from the initial weights, in the midst of which the network is pruned step by step. A control
 * trains from the beginning under the mask that came of it.
 */
@Component
final class GradualPruning implements Method {
  private static final JsonPointer PRUNING = JsonPointer.compile("/pruning");

  private final Criteria criteria;

  GradualPruning(Criteria criteria) {
    this.criteria = criteria;
  }

  @Override
  public String name() {
    return "gradual";
  }

  @Override
  public String summary() {
    return "Prune step by step while training, anew for each density (gradual magnitude pruning)";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        step("begin", "Where pruning begins, after so much training", Optional.of(Step.START)),
        step("end", "When the density is reached; training goes on after it", Optional.empty()),
        step("every", "From one pruning to the next", Optional.of(Step.parse("100it"))));
  }

  private static Parameter step(String name, String summary, Optional<Step> fallback) {
    return new Parameter(
        name,
        summary,
        new Domain.Written(Step.FORMS, Step::parse),
        fallback.map(Object.class::cast));
  }

  @Override
  public Set<JsonPointer> reads() {
    return Stream.of("criterion", "scope", "densities", "excludedLayers", "rounds")
        .map(PRUNING::appendProperty)
        .collect(Collectors.toSet());
  }

  @Override
  public List<List<LayerBudget>> budgets(Plan plan) {
    return plan.pruning().budgets(plan.layout());
  }

  @Override
  public boolean nested() {
    return false;
  }

  @Override
  public int artifacts(Plan plan, int optimizerArrays) {
    return 0;
  }

  @Override
  public void check(Plan plan, Findings findings) {
    new GradualRules(plan, findings).check(criterion(plan));
  }

  private Criterion criterion(Plan plan) {
    return criteria.get(plan.pruning().criterion().name());
  }

  @Override
  public TrialStatus advance(Plan plan, Tickets tickets, Journal journal, Trainer trainer) {
    Pruner pruning = new Pruner(plan, criterion(plan), tickets, trainer);
    return new Rounds(journal, runs(plan, tickets))
        .advance(round -> new GradualRound(pruning, budgets(plan), journal, trainer, round));
  }

  private record GradualRound(
      Pruner pruning, List<List<LayerBudget>> budgets, Journal journal, Trainer trainer, int round)
      implements Rounds.Round {
    @Override
    public Outcome ticket() {
      TrainingRequest dense =
          TrainingRequest.full(
              new Ticket(Mask.dense(pruning.plan().layout()), pruning.tickets().initialWeights()));
      if (round == 0) {
        return trainer.train(dense, journal.progress());
      }
      TrainingSession session = trainer.begin(dense, journal.progress());
      if (prune(session)) {
        session.trainUntil(session.iterations());
      }
      return session.end();
    }

    /** False if the training diverged on the way. */
    private boolean prune(TrainingSession session) {
      GradualSchedule schedule = GradualSchedule.of(pruning.plan());
      for (int j = schedule.next(session.iteration()); j <= schedule.updates(); j++) {
        if (!session.trainUntil(schedule.at(j))) {
          return false;
        }
        List<LayerBudget> keep = keep(schedule, j);
        session.change(pruning.prune(session.mask(), session.weights(), round, keep));
      }
      return true;
    }

    private List<LayerBudget> keep(GradualSchedule schedule, int update) {
      List<LayerBudget> dense = budgets.get(0);
      List<LayerBudget> last = budgets.get(round);
      return IntStream.range(0, dense.size())
          .mapToObj(i -> schedule.keep(update, dense.get(i), last.get(i)))
          .toList();
    }

    @Override
    public Outcome control(RunKey run) {
      ArmChoice arm = pruning.plan().arm(run);
      Mask mask = journal.mask(round).orElseThrow();
      Tickets tickets = pruning.tickets();
      Ticket control =
          tickets.control(
              run,
              arm,
              new Ticket(mask, tickets.initialWeights()),
              tickets.initialWeights(),
              () -> pruning.oneShot(journal.finalWeights(0), round, budgets.get(round)));
      return trainer.train(control, journal.progress());
    }

    @Override
    public RunArtifacts left(Outcome ticket) {
      return RunArtifacts.NONE;
    }
  }
}
