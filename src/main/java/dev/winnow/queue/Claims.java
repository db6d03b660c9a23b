package dev.winnow.queue;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * How one worker gets and returns work. The queue row is always locked before the lease. What comes
 * from a worker that has lost the work changes nothing.
 */
final class Claims {
  private final JdbcClient jdbc;
  private final TransactionOperations transactions;
  private final UUID worker;

  Claims(JdbcClient jdbc, TransactionOperations transactions, UUID worker) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.worker = worker;
  }

  /** Takes the lease for a row that db-scheduler has picked; empty if it was withdrawn since. */
  Optional<Claim> claim(Pool pool, String workId, long version) {
    return transactions.execute(
        status ->
            lock(pool, workId, version)
                .map(row -> new Claim(pool, lease(workId), version, row.due(), row.failures())));
  }

  /** Removes the work, or puts it back if it was enqueued once more meanwhile. */
  void finish(Claim claim) {
    settle(
        claim,
        row -> {
          if (row.due().isEqual(claim.due())) {
            update("DELETE FROM %s", claim).update();
          } else {
            putBack(claim, 0, Duration.ZERO);
          }
        });
  }

  /** Puts the work behind all other of its priority. */
  void again(Claim claim) {
    settle(claim, row -> putBack(claim, 0, Duration.ZERO));
  }

  /** Puts the work back without counting the attempt. */
  void handBack(Claim claim) {
    settle(claim, row -> putBack(claim, failuresBefore(claim), Duration.ZERO));
  }

  /** Puts the work back after an attempt that failed. */
  void later(Claim claim) {
    settle(
        claim,
        row -> {
          int failures = failuresBefore(claim) + 1;
          putBack(claim, failures, Backoff.after(failures));
        });
  }

  /** Those that the claim began with, unless the work has come further since. */
  private int failuresBefore(Claim claim) {
    return jdbc.sql("SELECT progressed FROM lease WHERE work_id = ?")
            .param(claim.lease().workId())
            .query(Boolean.class)
            .single()
        ? 0
        : claim.failures();
  }

  private void settle(Claim claim, Consumer<Row> change) {
    transactions.executeWithoutResult(
        status ->
            lock(claim.pool(), claim.lease().workId(), claim.version())
                .filter(row -> release(claim.lease()))
                .ifPresent(change));
  }

  private Optional<Row> lock(Pool pool, String workId, long version) {
    return jdbc.sql(
            """
            SELECT execution_time, coalesce(consecutive_failures, 0) FROM %s
            WHERE task_instance = ? AND version = ? AND picked FOR UPDATE
            """
                .formatted(pool.table()))
        .params(workId, version)
        .query((rs, n) -> new Row(rs.getObject(1, OffsetDateTime.class), rs.getInt(2)))
        .optional();
  }

  private Lease lease(String workId) {
    long epoch =
        jdbc.sql(
                """
                INSERT INTO lease (work_id, epoch, worker, claimed_at)
                VALUES (?, 1, ?, clock_timestamp())
                ON CONFLICT (work_id) DO UPDATE SET epoch = lease.epoch + 1,
                  worker = excluded.worker, activity = NULL, claimed_at = excluded.claimed_at,
                  progressed = false
                RETURNING epoch
                """)
            .params(workId, worker)
            .query(Long.class)
            .single();
    return new Lease(workId, epoch, worker);
  }

  private boolean release(Lease lease) {
    return jdbc.sql(
                """
                UPDATE lease SET worker = NULL, activity = NULL, claimed_at = NULL
                WHERE work_id = ? AND epoch = ? AND worker = ?
                """)
            .params(lease.workId(), lease.epoch(), lease.worker())
            .update()
        == 1;
  }

  private void putBack(Claim claim, int failures, Duration delay) {
    update(
            """
            UPDATE %s SET picked = false, picked_by = NULL, last_heartbeat = NULL,
              version = version + 1, consecutive_failures = :failures,
              execution_time = clock_timestamp() + make_interval(secs => :delay)
            """,
            claim)
        .param("failures", failures)
        .param("delay", delay.toMillis() / 1000.0)
        .update();
  }

  private JdbcClient.StatementSpec update(String sql, Claim claim) {
    return jdbc.sql(
            sql.formatted(claim.pool().table())
                + " WHERE task_instance = :work AND version = :version")
        .param("work", claim.lease().workId())
        .param("version", claim.version());
  }

  private record Row(OffsetDateTime due, int failures) {}
}
