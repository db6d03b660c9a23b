package dev.winnow.queue;

import java.time.Duration;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Puts work back in the queue that its worker cannot return itself. */
final class Returns {
  private static final String PUT_BACK =
      """
      UPDATE %s SET picked = false, picked_by = NULL, last_heartbeat = NULL, version = version + 1,
        consecutive_failures = coalesce(consecutive_failures, 0) + :failed,
        execution_time = clock_timestamp() + make_interval(secs => :delay)
      """;
  private static final String REVOKE =
      "UPDATE lease SET epoch = epoch + 1, worker = NULL, activity = NULL, claimed_at = NULL ";

  private final JdbcClient jdbc;
  private final TransactionOperations transactions;

  Returns(JdbcClient jdbc, TransactionOperations transactions) {
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  /** For work whose worker was found dead; nothing happens if another process did it already. */
  void revive(Pool pool, String workId, long version, int failuresBefore) {
    transactions.executeWithoutResult(
        status -> {
          if (lock(pool, workId, version)) {
            int failures = revoke(workId) ? 1 : failuresBefore + 1;
            putBack(
                    pool,
                    failures - failuresBefore,
                    Backoff.after(failures),
                    "task_instance = :work AND version = :version")
                .param("work", workId)
                .param("version", version)
                .update();
          }
        });
  }

  private boolean lock(Pool pool, String workId, long version) {
    return jdbc.sql(
            "SELECT 1 FROM %s WHERE task_instance = ? AND version = ? FOR UPDATE"
                .formatted(pool.table()))
        .params(workId, version)
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  /** Returns whether the work had come further under this lease. */
  private boolean revoke(String workId) {
    return jdbc.sql(REVOKE + "WHERE work_id = ? RETURNING progressed")
        .param(workId)
        .query(Boolean.class)
        .optional()
        .orElse(false);
  }

  /** For whatever a stopping worker still holds. */
  void handBackAllOf(UUID worker) {
    transactions.executeWithoutResult(
        status -> {
          for (Pool pool : Pool.values()) {
            putBack(pool, 0, Duration.ZERO, "picked AND picked_by = :worker")
                .param("worker", worker.toString())
                .update();
          }
          jdbc.sql(REVOKE + "WHERE worker = ?").param(worker).update();
        });
  }

  /** For a database that only this process uses: whoever held work before is dead. */
  void handBackAll() {
    transactions.executeWithoutResult(
        status -> {
          for (Pool pool : Pool.values()) {
            putBack(pool, 1, Duration.ZERO, "picked").update();
          }
          jdbc.sql(REVOKE + "WHERE worker IS NOT NULL").update();
          jdbc.sql("UPDATE worker SET stopped_at = heartbeat_at WHERE stopped_at IS NULL").update();
        });
  }

  private JdbcClient.StatementSpec putBack(
      Pool pool, int failed, Duration delay, String condition) {
    return jdbc.sql(PUT_BACK.formatted(pool.table()) + " WHERE " + condition)
        .param("failed", failed)
        .param("delay", delay.toMillis() / 1000.0);
  }
}
