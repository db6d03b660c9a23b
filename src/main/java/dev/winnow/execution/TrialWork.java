package dev.winnow.execution;

import dev.winnow.engine.Engine;
import dev.winnow.engine.TrialSetup;
import dev.winnow.experiment.Blueprints;
import dev.winnow.experiment.ExperimentDefinition;
import dev.winnow.experiment.OpenTrial;
import dev.winnow.experiment.TrialBook;
import dev.winnow.lottery.EngineFailure;
import dev.winnow.lottery.IterativePruning;
import dev.winnow.lottery.Standing;
import dev.winnow.lottery.Trainer;
import dev.winnow.queue.Lease;
import dev.winnow.queue.LeaseLost;
import dev.winnow.queue.Slice;
import dev.winnow.queue.WorkHandler;
import java.util.concurrent.atomic.AtomicBoolean;
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

  private static final int MOST_ATTEMPTS = 3;

  private final TrialBook trials;
  private final Journals journals;
  private final Blueprints blueprints;
  private final Engine engine;

  TrialWork(TrialBook trials, Journals journals, Blueprints blueprints, Engine engine) {
    this.trials = trials;
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

  private boolean work(OpenTrial trial, Slice slice) {
    MDC.put("experiment", Long.toString(trial.experiment()));
    MDC.put("trial", Integer.toString(trial.number()));
    AtomicBoolean revoked = new AtomicBoolean();
    try {
      return train(trial, slice, revoked);
    } catch (RuntimeException failure) {
      if (revoked.get() || !isFinal(failure, slice)) {
        throw failure;
      }
      log.warn("The trial fails", failure);
      trials.fail(trial, String.valueOf(failure.getMessage()));
      return true;
    } finally {
      MDC.clear();
    }
  }

  /**
   * The engine has said why it cannot train; anything else unforeseen is tried again, for a while.
   */
  private static boolean isFinal(RuntimeException failure, Slice slice) {
    boolean mayPass =
        failure instanceof LeaseLost
            || failure instanceof ForeignSignature
            || failure instanceof DataAccessException
            || failure instanceof TransactionException;
    return failure instanceof EngineFailure || (!mayPass && slice.failures() + 1 >= MOST_ATTEMPTS);
  }

  private boolean train(OpenTrial trial, Slice slice, AtomicBoolean revoked) {
    try (Trainer trainer = engine.open(setup(trial))) {
      slice.onRevoked(
          () -> {
            revoked.set(true);
            stop(trainer);
          });
      if (!trials.sign(trial, trainer.signature())) {
        throw new ForeignSignature(trainer.signature());
      }
      return settle(trial, advance(trial, slice, trainer));
    }
  }

  /** From another thread: a training in progress fails at once. */
  private static void stop(Trainer trainer) {
    trainer.close();
  }

  private TrialSetup setup(OpenTrial trial) {
    ExperimentDefinition definition = trial.definition();
    return new TrialSetup(
        definition.dataset(), blueprints.layers(definition), definition.training(), trial.seed());
  }

  private Standing advance(OpenTrial trial, Slice slice, Trainer trainer) {
    IterativePruning method = blueprints.method(trial.definition(), trial.seed());
    return method.advance(journals.of(trial, slice, trainer), trainer);
  }

  private boolean settle(OpenTrial trial, Standing standing) {
    switch (standing) {
      case UNFINISHED -> {
        return false;
      }
      case FINISHED -> {
        if (!trials.complete(trial)) {
          return false; // The experiment has grown; the next slice reads its new definition.
        }
      }
      case DIVERGED ->
          trials.diverge(trial, "A ticket's training diverged, so there is nothing to prune");
    }
    log.info("The trial is {}", standing);
    return true;
  }
}
