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
  private final QueueRows rows;
  private final LeaseRows leases;
  private final TransactionOperations transactions;
  private final UUID worker;

  Claims(JdbcClient jdbc, TransactionOperations transactions, UUID worker) {
    this.jdbc = jdbc;
    this.rows = new QueueRows(jdbc);
    this.leases = new LeaseRows(jdbc);
    this.transactions = transactions;
    this.worker = worker;
  }

  /** Takes the lease for a row that db-scheduler has picked; empty if it was withdrawn since. */
  Optional<Claim> claim(WorkerPool pool, String workId, long version) {
    return transactions.execute(
        status ->
            lock(pool, workId, version)
                .map(
                    row ->
                        new Claim(
                            pool,
                            leases.claim(workId, worker),
                            version,
                            row.due(),
                            row.failures())));
  }

  /** Removes the work, or puts it back if it was enqueued once more meanwhile. */
  void finish(Claim claim) {
    settle(
        claim,
        row -> {
          if (row.due().isEqual(claim.due())) {
            rows.remove(claim.pool(), claim.lease().workId(), claim.version());
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
                .filter(row -> leases.release(claim.lease()))
                .ifPresent(change));
  }

  private Optional<Row> lock(WorkerPool pool, String workId, long version) {
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

  private void putBack(Claim claim, int failures, Duration delay) {
    rows.putBack(claim.pool(), claim.lease().workId(), claim.version(), failures, delay);
  }

  private record Row(OffsetDateTime due, int failures) {}
}
