package dev.winnow.lottery;

import dev.winnow.architecture.Weights;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Iterative magnitude pruning with its controls (1803.03635, section 2): train, prune, rewind,
 * repeat. All it knows of the past is in the {@link Journal}, so it goes on wherever the last slice
 * of work ended.
 */
public final class IterativePruning {
  private final PruningPlan plan;
  private final Criterion criterion;
  private final Tickets tickets;
  private final List<ArmChoice> arms;

  public IterativePruning(
      PruningPlan plan, Criterion criterion, Tickets tickets, List<ArmChoice> arms) {
    this.plan = plan;
    this.criterion = criterion;
    this.tickets = tickets;
    this.arms = List.copyOf(arms);
  }

  /** Does the runs that are left, round by round, while the journal may continue. */
  public Standing advance(Journal journal, Trainer trainer) {
    Weights initial = tickets.initialWeights();
    for (int round = 0; round <= plan.rounds(); round++) {
      List<RunKey> left = runs(round).stream().filter(run -> !journal.has(run)).toList();
      if (left.isEmpty()) {
        continue;
      }
      Ticket ticket = new Ticket(mask(round, initial, journal), initial);
      for (RunKey run : left) {
        if (!journal.mayContinue()) {
          return Standing.UNFINISHED;
        }
        if (train(run, ticket, initial, journal, trainer) instanceof Diverged && run.isTicket()) {
          return Standing.DIVERGED;
        }
      }
    }
    return Standing.FINISHED;
  }

  /** The runs of a round: the ticket first, since the controls of later rounds need its mask. */
  public List<RunKey> runs(int round) {
    return Stream.concat(
            Stream.of(RunKey.ticket(round)), arms.stream().flatMap(arm -> tickets.runs(arm, round)))
        .toList();
  }

  private Outcome train(
      RunKey run, Ticket ticket, Weights initial, Journal journal, Trainer trainer) {
    Ticket contender = run.isTicket() ? ticket : tickets.challenge(ticket, arm(run.arm()), run);
    journal.begin(run);
    Outcome outcome = trainer.train(contender, journal.progress());
    journal.commit(run, contender, outcome, next(run, ticket.mask(), outcome, initial, journal));
    return outcome;
  }

  private ArmChoice arm(String id) {
    return arms.stream().filter(arm -> arm.id().equals(id)).findFirst().orElseThrow();
  }

  /** Round k trains under the mask that round k − 1 left; an experiment that has grown makes it. */
  private Mask mask(int round, Weights initial, Journal journal) {
    if (round == 0) {
      return Mask.dense(tickets.layout());
    }
    return journal
        .mask(round)
        .orElseGet(
            () -> {
              int from = plan.strategy() == Strategy.ITERATIVE ? round - 1 : 0;
              Mask base = mask(from, initial, journal);
              return prune(base, round, initial, journal.finalWeights(from));
            });
  }

  private Optional<Mask> next(
      RunKey run, Mask mask, Outcome outcome, Weights initial, Journal journal) {
    if (!run.isTicket() || run.round() == plan.rounds() || !(outcome instanceof Trained trained)) {
      return Optional.empty();
    }
    int next = run.round() + 1;
    if (plan.strategy() == Strategy.ONE_SHOT && run.round() > 0) {
      Mask dense = Mask.dense(tickets.layout());
      return Optional.of(prune(dense, next, initial, journal.finalWeights(0)));
    }
    return Optional.of(prune(mask, next, initial, trained.finalWeights()));
  }

  private Mask prune(Mask mask, int round, Weights initial, Weights trained) {
    List<Integer> keep = plan.ladder(tickets.layout()).get(round);
    Evidence evidence = new Evidence(mask, initial, trained, tickets.criterionStream(round));
    return mask.keepHighest(criterion.score(evidence, plan.criterion()), keep);
  }
}
