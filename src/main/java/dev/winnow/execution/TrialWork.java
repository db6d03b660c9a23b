package dev.winnow.execution;

import dev.winnow.definition.Blueprints;
import dev.winnow.definition.ExperimentDefinition;
import dev.winnow.engine.Engine;
import dev.winnow.engine.TrialSetup;
import dev.winnow.experiment.Attempts;
import dev.winnow.experiment.LeasedTrial;
import dev.winnow.experiment.TrialStore;
import dev.winnow.lottery.EngineFailure;
import dev.winnow.lottery.Plan;
import dev.winnow.lottery.Tickets;
import dev.winnow.lottery.Trainer;
import dev.winnow.lottery.TrainerDied;
import dev.winnow.lottery.TrialStatus;
import dev.winnow.queue.Lease;
import dev.winnow.queue.LeaseLost;
import dev.winnow.queue.Slice;
import dev.winnow.queue.WorkHandler;
import dev.winnow.queue.WorkRefused;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Works on a trial for a slice of time. */
@Component
final class TrialWork implements WorkHandler {
  private static final Logger log = LoggerFactory.getLogger(TrialWork.class);

  private static final int MOST_DEATHS = 3;
  private static final int MOST_LOSSES = 10;

  private final TrialStore trials;
  private final Attempts attempts;
  private final Journals journals;
  private final Blueprints blueprints;
  private final Engine engine;

  TrialWork(
      TrialStore trials,
      Attempts attempts,
      Journals journals,
      Blueprints blueprints,
      Engine engine) {
    this.trials = trials;
    this.attempts = attempts;
    this.journals = journals;
    this.blueprints = blueprints;
    this.engine = engine;
  }

  @Override
  public String device() {
    return engine.device();
  }

  @Override
  public boolean work(Lease lease, Slice slice) {
    return trials.open(lease).map(trial -> work(trial, slice)).orElse(true);
  }

  private boolean work(LeasedTrial trial, Slice slice) {
    MDC.put("experiment", Long.toString(trial.experiment()));
    MDC.put("trial", Integer.toString(trial.number()));
    try {
      if (trial.losses() >= MOST_LOSSES) {
        return fail(
            trial, "%d workers were lost with it, one after another".formatted(MOST_LOSSES));
      }
      boolean finished = train(trial, slice);
      if (!finished) {
        attempts.end(trial);
      }
      return finished;
    } catch (RuntimeException failure) {
      return settle(trial, slice, failure);
    } finally {
      MDC.clear();
    }
  }

  /** What the work's end by an exception means for the trial; thrown again if it is tried again. */
  private boolean settle(LeasedTrial trial, Slice slice, RuntimeException failure) {
    if (slice.revoked() || failure instanceof WorkRefused) {
      endQuietly(trial);
      throw failure;
    }
    if (failure instanceof LeaseLost
        || failure instanceof DataAccessException
        || failure instanceof TransactionException) {
      throw failure;
    }
    if (failure instanceof EngineFailure && !(failure instanceof TrainerDied)) {
      return fail(trial, String.valueOf(failure.getMessage()));
    }
    int deaths = attempts.died(trial);
    if (deaths >= MOST_DEATHS) {
      return fail(trial, "%s (%d times)".formatted(failure.getMessage(), deaths));
    }
    throw failure;
  }

  private boolean fail(LeasedTrial trial, String reason) {
    log.warn("The trial fails: {}", reason);
    trials.fail(trial, reason);
    return true;
  }

  private void endQuietly(LeasedTrial trial) {
    // An interrupt was meant for the work that has ended; with it set, no connection could be had.
    Thread.interrupted();
    try {
      attempts.end(trial);
    } catch (LeaseLost | DataAccessException | TransactionException e) {
      log.debug("The end of an attempt could not be stored: {}", e.toString());
    }
  }

  private boolean train(LeasedTrial trial, Slice slice) {
    try (Trainer trainer = engine.open(setup(trial))) {
      slice.onRevoked(trainer::close);
      sign(trial, trainer.signature());
      boolean finished = settle(trial, advance(trial, slice, trainer));
      engine.release(trainer);
      return finished;
    }
  }

  private void sign(LeasedTrial trial, String ofWorker) {
    Optional<String> needed = trials.sign(trial, ofWorker);
    if (needed.isPresent()) {
      throw new WorkRefused(
          ("Trial %d of experiment %d goes on with the numeric signature %s, this worker has %s."
                  + " Start a worker that has it, or retry the experiment with any signature.")
              .formatted(trial.number(), trial.experiment(), needed.get(), ofWorker));
    }
  }

  private TrialSetup setup(LeasedTrial trial) {
    ExperimentDefinition definition = trial.definition();
    return new TrialSetup(
        definition.dataset(), blueprints.layers(definition), definition.training(), trial.seed());
  }

  private TrialStatus advance(LeasedTrial trial, Slice slice, Trainer trainer) {
    ExperimentDefinition definition = trial.definition();
    Plan plan = blueprints.plan(definition);
    Tickets tickets = blueprints.tickets(definition, trial.seed());
    DatabaseJournal journal = journals.of(trial, slice, trainer);
    try {
      return blueprints.method(definition).advance(plan, tickets, journal, trainer);
    } catch (TrainerDied e) {
      throw journal.current().<RuntimeException>map(run -> new RunDied(run, e)).orElse(e);
    }
  }

  private boolean settle(LeasedTrial trial, TrialStatus status) {
    switch (status) {
      case UNFINISHED -> {
        return false;
      }
      case FINISHED -> {
        if (!trials.complete(trial)) {
          return false; // The experiment has grown; the next slice reads its new definition.
        }
      }
      case DIVERGED ->
          trials.diverge(trial, "A ticket's training diverged, so the trial goes no further");
    }
    log.info("The trial is {}", status);
    return true;
  }
}
