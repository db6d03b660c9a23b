package dev.winnow.execution;

import dev.winnow.architecture.Weights;
import dev.winnow.definition.Blueprint;
import dev.winnow.experiment.LeasedTrial;
import dev.winnow.lottery.Journal;
import dev.winnow.lottery.Mask;
import dev.winnow.lottery.Outcome;
import dev.winnow.lottery.ProgressListener;
import dev.winnow.lottery.RunArtifacts;
import dev.winnow.lottery.RunKey;
import dev.winnow.queue.Slice;
import dev.winnow.results.Run;
import dev.winnow.results.WorkerProvenance;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** A trial's journal in the database, fenced by the trial's lease. */
final class DatabaseJournal implements Journal {
  private static final Logger log = LoggerFactory.getLogger(DatabaseJournal.class);

  private record TicketMask(int round, Mask mask) {}

  private final LeasedTrial trial;
  private final Slice slice;
  private final Blueprint blueprint;
  private final WorkerProvenance provenance;
  private final TrialStores stores;
  private final OutageRetry retry;
  private final Set<RunKey> done;
  private Optional<RunKey> current = Optional.empty();
  private Optional<TicketMask> newest = Optional.empty();

  DatabaseJournal(
      LeasedTrial trial,
      Slice slice,
      Blueprint blueprint,
      WorkerProvenance provenance,
      TrialStores stores) {
    this.trial = trial;
    this.slice = slice;
    this.blueprint = blueprint;
    this.provenance = provenance;
    this.stores = stores;
    this.retry = new OutageRetry(slice);
    this.done = new HashSet<>(stores.runs().done(trial));
  }

  @Override
  public boolean has(RunKey run) {
    return done.contains(run);
  }

  @Override
  public Optional<Mask> mask(int round) {
    return stores.runs().mask(trial, blueprint.layout(), round);
  }

  @Override
  public Weights finalWeights(int round) {
    return stores.runs().finalWeights(trial, blueprint.layout(), round);
  }

  @Override
  public byte[] artifact(int round, String name) {
    return stores.runs().artifact(trial, round, name);
  }

  @Override
  public boolean mayContinue() {
    return !slice.over();
  }

  @Override
  public void begin(RunKey run) {
    MDC.put("round", Integer.toString(run.round()));
    current = Optional.of(run);
    retry.run(
        () -> {
          stores.leases().describe(trial.lease(), Activity.of(trial, run).toJson());
          stores.attempts().train(trial, run, blueprint.iterations());
        });
  }

  /** The run that began last and has no result yet. */
  Optional<RunKey> current() {
    return current;
  }

  @Override
  public ProgressListener progress() {
    RunKey run = current.orElseThrow();
    return new ProgressWriter(trial, run, provenance.signature(), stores, retry);
  }

  @Override
  public void commit(RunKey run, Outcome outcome, RunArtifacts left) {
    Run committed = new Run(run, ticket(run, outcome), outcome, provenance);
    AtomicBoolean doubtful = new AtomicBoolean();
    retry.run(
        () -> {
          // The answer to a commit can be lost: what was written is then read back.
          if (doubtful.getAndSet(true) && stores.runs().has(trial, run)) {
            log.info("Found {} committed", run);
            return;
          }
          stores.runs().commit(trial, committed, left);
        });
    current = Optional.empty();
    done.add(run);
    stores
        .meters()
        .timer("winnow.run", "path", outcome.path())
        .record((long) (outcome.seconds() * 1e9), TimeUnit.NANOSECONDS);
    log.info(
        "Finished {} at {} weights in {} s",
        run,
        outcome.mask(),
        "%.1f".formatted(outcome.seconds()));
  }

  /** The mask of the round's ticket. Controls follow their ticket, so it is mostly at hand. */
  private Mask ticket(RunKey run, Outcome outcome) {
    if (run.isTicket()) {
      newest = Optional.of(new TicketMask(run.round(), outcome.mask()));
      return outcome.mask();
    }
    return newest
        .filter(mask -> mask.round() == run.round())
        .map(TicketMask::mask)
        .orElseGet(() -> mask(run.round()).orElseThrow());
  }
}
