package dev.winnow.execution;

import dev.winnow.architecture.Weights;
import dev.winnow.experiment.Blueprint;
import dev.winnow.experiment.OpenTrial;
import dev.winnow.experiment.Provenance;
import dev.winnow.experiment.RunBook;
import dev.winnow.lottery.Journal;
import dev.winnow.lottery.Legacy;
import dev.winnow.lottery.Mask;
import dev.winnow.lottery.Outcome;
import dev.winnow.lottery.ProgressListener;
import dev.winnow.lottery.RunKey;
import dev.winnow.lottery.Ticket;
import dev.winnow.queue.Leases;
import dev.winnow.queue.Slice;
import dev.winnow.training.LearningCurve;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** A trial's journal in the database, fenced by the trial's lease. */
final class StoredJournal implements Journal {
  private static final Logger log = LoggerFactory.getLogger(StoredJournal.class);
  private static final Duration BETWEEN_REPORTS = Duration.ofSeconds(1);

  private final OpenTrial trial;
  private final Slice slice;
  private final Blueprint blueprint;
  private final Provenance provenance;
  private final RunBook runs;
  private final Leases leases;
  private final MeterRegistry meters;
  private final Clock clock;
  private final Set<RunKey> done;

  StoredJournal(
      OpenTrial trial,
      Slice slice,
      Blueprint blueprint,
      Provenance provenance,
      RunBook runs,
      Leases leases,
      MeterRegistry meters,
      Clock clock) {
    this.trial = trial;
    this.slice = slice;
    this.blueprint = blueprint;
    this.provenance = provenance;
    this.runs = runs;
    this.leases = leases;
    this.meters = meters;
    this.clock = clock;
    this.done = new HashSet<>(runs.done(trial));
  }

  @Override
  public boolean has(RunKey run) {
    return done.contains(run);
  }

  @Override
  public Optional<Mask> mask(int round) {
    return runs.mask(trial, blueprint.layout(), round);
  }

  @Override
  public Weights finalWeights(int round) {
    return runs.finalWeights(trial, blueprint.layout(), round);
  }

  @Override
  public Weights pruningWeights(int round) {
    return runs.pruningWeights(trial, blueprint.layout(), round);
  }

  @Override
  public Weights rewindWeights() {
    return runs.rewindWeights(trial, blueprint.layout());
  }

  @Override
  public boolean mayContinue() {
    return !slice.over();
  }

  @Override
  public void begin(RunKey run) {
    MDC.put("round", Integer.toString(run.round()));
    leases.describe(trial.lease(), Activity.of(trial, run).toJson());
    runs.begin(trial, run, blueprint.iterations());
  }

  @Override
  public ProgressListener progress() {
    return new ProgressListener() {
      private Instant last = Instant.EPOCH;

      @Override
      public void evaluated(LearningCurve.Point point, int iterations) {
        Instant now = clock.instant();
        if (last.plus(BETWEEN_REPORTS).isBefore(now)) {
          last = now;
          runs.reach(trial, point);
        }
      }
    };
  }

  @Override
  public void commit(RunKey run, Ticket ticket, Outcome outcome, Legacy legacy) {
    runs.commit(trial, run, ticket, outcome, legacy, provenance);
    done.add(run);
    meters
        .timer("winnow.run", "path", outcome.path())
        .record((long) (outcome.seconds() * 1e9), TimeUnit.NANOSECONDS);
    log.info(
        "Finished {} at {} weights in {} s",
        run,
        ticket.mask(),
        "%.1f".formatted(outcome.seconds()));
  }
}
