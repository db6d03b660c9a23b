package dev.winnow.queue;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.winnow.database.TransientFailure;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * What db-scheduler does with a row that it has picked: take the lease, have a slice worked, return
 * the row. db-scheduler itself never changes a picked row's fate, because its version is no fence.
 */
final class WorkTask {
  static final String NAME = "work";
  private static final Logger LOG = LoggerFactory.getLogger(WorkTask.class);
  private static final CompletionHandler<Void> SETTLED = (complete, operations) -> {};

  private final Claims claims;
  private final WorkReturner returns;
  private final RunningWork running;
  private final WorkHandler handler;
  private final Queue<Runnable> leftovers = new ConcurrentLinkedQueue<>();

  WorkTask(Claims claims, WorkReturner returns, RunningWork running, WorkHandler handler) {
    this.claims = claims;
    this.returns = returns;
    this.running = running;
    this.handler = handler;
  }

  Task<Void> forPool(WorkerPool pool) {
    return Tasks.custom(NAME, Void.class)
        // Only the database can fail here. The row stays picked without heartbeats, and is found
        // dead.
        .onFailure((failed, operations) -> {})
        .onDeadExecution((dead, operations) -> revive(pool, dead.getExecution()))
        .execute(
            (instance, context) -> {
              long version = context.getExecution().version;
              claims.claim(pool, instance.getId(), version).ifPresent(this::perform);
              return SETTLED;
            });
  }

  private void revive(WorkerPool pool, Execution execution) {
    if (running.isDoneHere(execution.getId(), execution.pickedBy)) {
      // This very process slept, with its machine, and has not come round to its heartbeats yet.
      return;
    }
    LOG.warn("Worker {} is dead; work {} goes to another", execution.pickedBy, execution.getId());
    returns.revive(pool, execution.getId(), execution.version, execution.consecutiveFailures);
  }

  private void perform(Claim claim) {
    RunningSlice slice = running.begin(claim);
    boolean finished;
    try {
      finished = handler.work(claim.lease(), slice);
    } catch (Throwable failure) {
      running.end(slice);
      settleFailure(claim, slice, failure);
      return;
    }
    running.end(slice);
    if (finished) {
      settle(() -> claims.finish(claim));
    } else if (running.stopping()) {
      settle(() -> claims.handBack(claim));
    } else {
      settle(() -> claims.again(claim));
    }
  }

  /**
   * Whatever the database cannot do for the moment is done later, unless the work is lost first.
   */
  private void settle(Runnable change) {
    try {
      change.run();
    } catch (DataAccessException | TransactionException e) {
      LOG.warn("A row of the queue could not be returned yet: {}", e.toString());
      leftovers.add(change);
    }
  }

  /** Tries again what could not be done before. Each change does nothing the second time. */
  void settleLeftovers() {
    Runnable change = leftovers.peek();
    while (change != null) {
      change.run();
      leftovers.remove(change);
      change = leftovers.peek();
    }
  }

  private void settleFailure(Claim claim, RunningSlice slice, Throwable failure) {
    String work = claim.lease().workId();
    if (slice.revoked() || running.stopping() || failure instanceof LeaseLost) {
      LOG.info("Work {} was stopped: {}", work, failure.toString());
      settle(() -> claims.handBack(claim));
    } else {
      log(failure, work, claim.failures() + 1);
      settle(() -> claims.later(claim));
    }
  }

  /** What is no fault of the code has no need of a stack trace. */
  private static void log(Throwable failure, String work, int attempt) {
    if (failure instanceof WorkRefused) {
      LOG.warn("Work {} is left to other workers: {}", work, failure.getMessage());
    } else if (failure instanceof RuntimeException e && TransientFailure.is(e)) {
      LOG.warn(
          "Work {} failed in attempt {} for want of the database: {}", work, attempt, e.toString());
    } else {
      LOG.error("Work {} failed in attempt {}", work, attempt, failure);
    }
  }
}
