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
  private final Timetable timetable;

  public IterativePruning(
      PruningPlan plan,
      Criterion criterion,
      Tickets tickets,
      List<ArmChoice> arms,
      Timetable timetable) {
    this.plan = plan;
    this.criterion = criterion;
    this.tickets = tickets;
    this.arms = List.copyOf(arms);
    this.timetable = timetable;
  }

  /** Does the runs that are left, round by round, while the journal may continue. */
  public Standing advance(Journal journal, Trainer trainer) {
    return new Slice(journal, trainer, tickets.initialWeights()).advance();
  }

  /** The runs of a round: the ticket first, since the controls of later rounds need its mask. */
  public List<RunKey> runs(int round) {
    return Stream.concat(
            Stream.of(RunKey.ticket(round)), arms.stream().flatMap(arm -> tickets.runs(arm, round)))
        .toList();
  }

  /**
   * The mask of a round if it is pruned at once from the dense network.
   *
   * @param trained the weights of round 0 by which masks are pruned
   * @param gradients for criteria that read them
   */
  public Mask oneShot(int round, Weights initial, Weights trained, Gradients gradients) {
    return prune(Mask.dense(tickets.layout()), round, initial, trained, gradients);
  }

  private Mask prune(Mask mask, int round, Weights initial, Weights trained, Gradients gradients) {
    List<Share> keep = plan.shares(tickets.layout()).get(round);
    Evidence evidence =
        new Evidence(mask, initial, trained, tickets.criterionStream(round), keep, gradients);
    return mask.keepBest(criterion.score(evidence, plan.criterion()), keep);
  }

  /** One slice of work on a trial. */
  private final class Slice {
    private final Journal journal;
    private final Trainer trainer;
    private final Weights initial;

    Slice(Journal journal, Trainer trainer, Weights initial) {
      this.journal = journal;
      this.trainer = trainer;
      this.initial = initial;
    }

    Standing advance() {
      for (int round = 0; round <= plan.rounds(); round++) {
        List<RunKey> left = runs(round).stream().filter(run -> !journal.has(run)).toList();
        if (left.isEmpty()) {
          continue;
        }
        Weights origin = origin(round);
        Ticket ticket = tickets.ticket(mask(round), origin, initial, round, plan.maskActions());
        for (RunKey run : left) {
          if (!journal.mayContinue()) {
            return Standing.UNFINISHED;
          }
          if (train(run, ticket, origin) instanceof Diverged && run.isTicket()) {
            return Standing.DIVERGED;
          }
        }
      }
      return Standing.FINISHED;
    }

    private Outcome train(RunKey run, Ticket ticket, Weights origin) {
      Training training =
          run.isTicket()
              ? training(ticket, run.round())
              : timetable.control(control(run, ticket, origin), run.round());
      journal.begin(run);
      Outcome outcome = trainer.train(training, journal.progress());
      Legacy legacy = run.isTicket() ? legacy(run.round(), ticket, outcome) : Legacy.NONE;
      journal.commit(run, training.ticket(), outcome, legacy);
      return outcome;
    }

    private Training training(Ticket ticket, int round) {
      Training training = timetable.ticket(ticket, round);
      if (!timetable.keepsOptimizer()) {
        return training;
      }
      return training.remembering(
          round == 0 ? Optional.empty() : Optional.of(journal.memory(parent(round))));
    }

    private Ticket control(RunKey run, Ticket ticket, Weights origin) {
      ArmChoice arm =
          arms.stream().filter(each -> each.id().equals(run.arm())).findFirst().orElseThrow();
      Origin whole =
          new Origin(origin, () -> oneShot(run.round(), initial, pruningWeights(0), trainer));
      return tickets.challenge(ticket, arm, run, whole);
    }

    /** The weights with which a round begins, before its mask is applied. */
    private Weights origin(int round) {
      if (round == 0 || (timetable.mode() == RewindMode.WEIGHTS && timetable.rewindTo() == 0)) {
        return initial;
      }
      return timetable.mode() == RewindMode.WEIGHTS
          ? journal.rewindWeights()
          : journal.finalWeights(parent(round));
    }

    /** The round whose result a round is pruned from. */
    private int parent(int round) {
      return plan.strategy() == Strategy.ITERATIVE ? round - 1 : 0;
    }

    /** Round k trains under the mask that round k − 1 left; an experiment that grew makes it. */
    private Mask mask(int round) {
      if (round == 0) {
        return Mask.dense(tickets.layout());
      }
      return journal.mask(round).orElseGet(() -> pruned(round));
    }

    private Mask pruned(int round) {
      int parent = parent(round);
      return prune(mask(parent), round, initial, pruningWeights(parent), trainer);
    }

    private Weights pruningWeights(int round) {
      return timetable.pruneAt().isPresent()
          ? journal.pruningWeights(round)
          : journal.finalWeights(round);
    }

    private Legacy legacy(int round, Ticket ticket, Outcome outcome) {
      Optional<Weights> start =
          round == 0 && !timetable.keepsRewindWeights()
              ? Optional.of(ticket.start())
              : Optional.empty();
      if (!(outcome instanceof Trained trained)) {
        return new Legacy(Optional.empty(), start, Optional.empty(), Optional.empty());
      }
      Optional<Weights> pruning =
          timetable.pruneAt().stream().mapToObj(trained.kept()::get).findFirst();
      Optional<Weights> rewind =
          start.or(() -> Optional.ofNullable(trained.kept().get(timetable.rewindTo())));
      return new Legacy(
          next(round, ticket.mask(), pruning.orElse(trained.finalWeights())),
          round == 0 ? rewind : Optional.empty(),
          pruning,
          trained.memory());
    }

    private Optional<Mask> next(int round, Mask mask, Weights trained) {
      if (round == plan.rounds()) {
        return Optional.empty();
      }
      boolean direct = plan.strategy() == Strategy.ONE_SHOT && round > 0;
      return Optional.of(
          direct ? pruned(round + 1) : prune(mask, round + 1, initial, trained, trainer));
    }
  }
}
