package dev.winnow.results;

import dev.winnow.architecture.Weights;
import dev.winnow.definition.Blueprints;
import dev.winnow.definition.ExperimentDefinition;
import dev.winnow.experiment.TrialLookup.TrialPlace;
import dev.winnow.lottery.Criteria;
import dev.winnow.lottery.Mask;
import dev.winnow.lottery.Objective;
import dev.winnow.lottery.Plan;
import dev.winnow.lottery.Pruner;
import dev.winnow.lottery.RunKey;
import dev.winnow.lottery.Ticket;
import dev.winnow.lottery.Tickets;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * The masks of controls that were trained before masks of controls were kept. Each is a function of
 * its ticket's mask, the trial's seed and, for a control pruned at once, round 0's weights.
 */
@Component
class RedrawnControlMasks {
  private static final List<String> PRUNING_WEIGHTS =
      List.of("pruning-weights", Artifacts.FINAL_WEIGHTS);

  private final Artifacts artifacts;
  private final Blueprints blueprints;
  private final Criteria criteria;

  RedrawnControlMasks(Artifacts artifacts, Blueprints blueprints, Criteria criteria) {
    this.artifacts = artifacts;
    this.blueprints = blueprints;
    this.criteria = criteria;
  }

  /**
   * @param ticket the mask of the run's ticket
   */
  Mask of(TrialPlace place, ExperimentDefinition definition, RunKey run, Mask ticket) {
    Plan plan = blueprints.plan(definition);
    Tickets tickets = blueprints.tickets(definition, place.seed());
    // The mask depends on its ticket's mask, not on what the ticket was rewound to.
    Weights initial = tickets.initialWeights();
    return tickets
        .control(
            run,
            plan.arm(run),
            new Ticket(ticket, initial),
            initial,
            () -> oneShot(place, plan, tickets, run.round()))
        .mask();
  }

  private Mask oneShot(TrialPlace place, Plan plan, Tickets tickets, int round) {
    Weights trained =
        PRUNING_WEIGHTS.stream()
            .flatMap(kind -> artifacts.read(place.id(), kind, 0).stream())
            .findFirst()
            .map(bytes -> Weights.fromBytes(plan.layout(), bytes))
            .orElseThrow(() -> new IllegalStateException("Round 0 has left no weights"));
    Pruner pruning =
        new Pruner(
            plan,
            criteria.get(plan.pruning().criterion().name()),
            tickets,
            RedrawnControlMasks::refuse);
    return pruning.oneShot(trained, round, plan.pruning().budgets(plan.layout()).get(round));
  }

  private static Weights refuse(Ticket ticket, Objective objective) {
    throw new IllegalStateException("Only a worker has gradients, this mask was to be kept");
  }
}
