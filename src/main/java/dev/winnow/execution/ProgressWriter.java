package dev.winnow.execution;

import dev.winnow.database.TransientFailure;
import dev.winnow.experiment.LeasedTrial;
import dev.winnow.lottery.Checkpoint;
import dev.winnow.lottery.ProgressListener;
import dev.winnow.lottery.RunKey;
import dev.winnow.training.LearningCurve;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Stores how a run goes on. A database that does not answer costs a report or a checkpoint, not the
 * training; where the training is to begin is asked until it is answered.
 */
final class ProgressWriter implements ProgressListener {
  private static final Logger log = LoggerFactory.getLogger(ProgressWriter.class);
  private static final long BETWEEN_REPORTS = Duration.ofSeconds(1).toNanos();

  private final LeasedTrial trial;
  private final RunKey run;
  private final String signature;
  private final TrialStores stores;
  private final OutageRetry retry;
  private long reported = System.nanoTime() - BETWEEN_REPORTS;

  ProgressWriter(
      LeasedTrial trial, RunKey run, String signature, TrialStores stores, OutageRetry retry) {
    this.trial = trial;
    this.run = run;
    this.signature = signature;
    this.stores = stores;
    this.retry = retry;
  }

  @Override
  public Optional<Checkpoint> origin() {
    Optional<Checkpoint> checkpoint =
        retry.get(() -> stores.checkpoints().newest(trial, run, signature));
    checkpoint.ifPresent(
        found -> log.info("Goes on with {} from iteration {}", run, found.iteration()));
    return checkpoint;
  }

  @Override
  public void evaluated(LearningCurve.Point point, int iterations) {
    long now = System.nanoTime();
    if (now - reported >= BETWEEN_REPORTS) {
      reported = now;
      attempt(() -> stores.attempts().reach(trial, point));
    }
  }

  @Override
  public void passed(int iteration, Supplier<Checkpoint> here) {
    attempt(() -> stores.checkpoints().keep(trial, run, signature, here.get()));
  }

  private void attempt(Runnable write) {
    try {
      write.run();
    } catch (DataAccessException | TransactionException e) {
      if (!TransientFailure.is(e)) {
        throw e;
      }
      log.warn("The progress of {} could not be stored: {}", run, e.toString());
    }
  }
}
