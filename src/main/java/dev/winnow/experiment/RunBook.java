package dev.winnow.experiment;

import dev.winnow.architecture.Layout;
import dev.winnow.architecture.Weights;
import dev.winnow.lottery.Mask;
import dev.winnow.lottery.Outcome;
import dev.winnow.lottery.RunKey;
import dev.winnow.lottery.Trained;
import dev.winnow.queue.Leases;
import dev.winnow.training.LearningCurve;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The runs of a trial as its worker writes them and reads them back. */
@Service
public class RunBook {
  private final Experiments experiments;
  private final Runs runs;
  private final LearningCurves curves;
  private final Artifacts artifacts;
  private final Masks masks;
  private final Leases leases;
  private final Events events;
  private final Progress progress;
  private final Attempts attempts;
  private final Clock clock;

  RunBook(
      Experiments experiments,
      Runs runs,
      LearningCurves curves,
      Artifacts artifacts,
      Masks masks,
      Leases leases,
      Events events,
      Progress progress,
      Attempts attempts,
      Clock clock) {
    this.experiments = experiments;
    this.runs = runs;
    this.curves = curves;
    this.artifacts = artifacts;
    this.masks = masks;
    this.leases = leases;
    this.events = events;
    this.progress = progress;
    this.attempts = attempts;
    this.clock = clock;
  }

  /** The runs that are done. */
  @Transactional(readOnly = true)
  public Set<RunKey> done(OpenTrial open) {
    return runs.keys(open.id()).stream()
        .map(
            columns ->
                new RunKey(
                    ((Number) columns[0]).intValue(),
                    (String) columns[1],
                    ((Number) columns[2]).intValue()))
        .collect(Collectors.toSet());
  }

  /** Whether a run is kept, once a commit of it that may still be under way has ended. */
  @Transactional
  public boolean has(OpenTrial open, RunKey run) {
    locked(open);
    return done(open).contains(run);
  }

  /** The mask under which a round trains, if the round before it left one. */
  @Transactional(readOnly = true)
  public Optional<Mask> mask(OpenTrial open, Layout layout, int round) {
    return masks.find(open.id(), layout, round);
  }

  /**
   * @throws IllegalStateException if that round's ticket has not been trained
   */
  @Transactional(readOnly = true)
  public Weights finalWeights(OpenTrial open, Layout layout, int round) {
    return Weights.fromBytes(layout, artifact(open, round, Artifacts.FINAL_WEIGHTS));
  }

  /**
   * What a round's ticket left under a name.
   *
   * @throws IllegalStateException if it left nothing of that name
   */
  @Transactional(readOnly = true)
  public byte[] artifact(OpenTrial open, int round, String name) {
    return artifacts
        .read(open.id(), name, round)
        .orElseThrow(
            () -> new IllegalStateException("Round " + round + " has no " + name + " yet"));
  }

  /**
   * @param iterations the full budget
   */
  @Transactional
  public void begin(OpenTrial open, RunKey run, int iterations) {
    leases.fence(open.lease());
    progress.begin(open.id(), run, iterations);
  }

  @Transactional
  public void reach(OpenTrial open, LearningCurve.Point point) {
    leases.fence(open.lease());
    progress.reach(open.id(), point);
  }

  /**
   * Keeps a run's result, all or nothing, unless the trial is no longer in these hands.
   *
   * @param ticket the mask of the round's ticket
   */
  @Transactional
  public void commit(OpenTrial open, RunResult result, Mask ticket, Provenance provenance) {
    Trial trial = locked(open);
    RunKey key = result.key();
    Outcome outcome = result.outcome();
    Run run = runs.save(new Run(trial, key, outcome, provenance, clock.instant()));
    curves.write(run.id(), outcome.curve());
    if (key.isTicket()) {
      keep(open, result);
    } else {
      masks.keep(open, key, ticket, outcome.mask());
    }
    trial.countRun();
    trial.experiment().countRuns(1);
    progress.clear(open.id());
    attempts.finish(open);
    events.run(trial, run);
  }

  private void keep(OpenTrial open, RunResult ticket) {
    int round = ticket.key().round();
    Mask mask = ticket.outcome().mask();
    masks.keep(open.id(), round, mask);
    ticket.left().nextMask().ifPresent(next -> masks.leave(open.id(), round + 1, mask, next));
    ticket.left().values().forEach((name, bytes) -> artifacts.write(open.id(), name, round, bytes));
    if (ticket.outcome() instanceof Trained trained) {
      byte[] bytes = trained.finalWeights().toBytes();
      artifacts.write(open.id(), Artifacts.FINAL_WEIGHTS, round, bytes);
    }
  }

  private Trial locked(OpenTrial open) {
    Experiment experiment =
        experiments
            .lock(open.experiment())
            .orElseThrow(() -> new UnknownExperiment(open.experiment()));
    leases.fence(open.lease());
    return experiment.trials().get(open.number() - 1);
  }
}
