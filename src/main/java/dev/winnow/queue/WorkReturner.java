package dev.winnow.queue;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Puts work back in the queue that its worker cannot return itself. */
final class WorkReturner {
  private final JdbcClient jdbc;
  private final QueueRows rows;
  private final LeaseRows leases;
  private final TransactionOperations transactions;

  WorkReturner(JdbcClient jdbc, TransactionOperations transactions) {
    this.jdbc = jdbc;
    this.rows = new QueueRows(jdbc);
    this.leases = new LeaseRows(jdbc);
    this.transactions = transactions;
  }

  /** For work whose worker was found dead; nothing happens if another process did it already. */
  void revive(WorkerPool pool, String workId, long version, int failuresBefore) {
    transactions.executeWithoutResult(
        status -> {
          if (lock(pool, workId, version)) {
            int failures = leases.revoke(workId) ? 1 : failuresBefore + 1;
            rows.putBack(pool, workId, version, failures, Backoff.after(failures));
          }
        });
  }

  private boolean lock(WorkerPool pool, String workId, long version) {
    return jdbc.sql(
            "SELECT 1 FROM %s WHERE task_instance = ? AND version = ? FOR UPDATE"
                .formatted(pool.table()))
        .params(workId, version)
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  /** For whatever a stopping worker still holds. */
  void handBackAllOf(UUID worker) {
    transactions.executeWithoutResult(
        status -> {
          for (WorkerPool pool : WorkerPool.values()) {
            rows.putBackAllOf(pool, worker);
          }
          leases.revokeAllOf(worker);
        });
  }

  /** For a database that only this process uses: whoever held work before is dead. */
  void handBackAll() {
    transactions.executeWithoutResult(
        status -> {
          for (WorkerPool pool : WorkerPool.values()) {
            rows.putBackAll(pool);
          }
          leases.revokeAll();
          new WorkerRows(jdbc).allStopped();
        });
  }
}
