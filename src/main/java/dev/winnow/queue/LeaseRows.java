package dev.winnow.queue;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every change of the leases' table. Joins the caller's transactions. */
final class LeaseRows {
  /** What is true of a lease's row while it holds. */
  static final String HOLDS = "work_id = :work AND epoch = :epoch AND worker = :worker";

  private static final String REVOKE =
      "UPDATE lease SET epoch = epoch + 1, worker = NULL, activity = NULL, claimed_at = NULL ";

  private final JdbcClient jdbc;

  LeaseRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Gives the work to a worker, under an epoch never used before. */
  Lease claim(String workId, UUID worker) {
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

  /** Ends a lease in good order; false if it holds no longer. */
  boolean release(Lease lease) {
    return change("worker = NULL, activity = NULL, claimed_at = NULL", lease).update() == 1;
  }

  /** Stores what the holder does; false if the lease holds no longer. */
  boolean describe(Lease lease, String activity) {
    return change("activity = CAST(:activity AS jsonb)", lease).param("activity", activity).update()
        == 1;
  }

  void progressed(Lease lease) {
    statement("UPDATE lease SET progressed = true WHERE NOT progressed AND " + HOLDS, lease)
        .update();
  }

  void need(Lease lease, Optional<String> signature) {
    change("signature = :signature", lease).param("signature", signature.orElse(null)).update();
  }

  void need(String workId, Optional<String> signature) {
    jdbc.sql("UPDATE lease SET signature = :signature WHERE work_id = :work")
        .param("signature", signature.orElse(null))
        .param("work", workId)
        .update();
  }

  /** Takes the work from whoever holds it; returns whether it had come further under the lease. */
  boolean revoke(String workId) {
    return jdbc.sql(REVOKE + "WHERE work_id = ? RETURNING progressed")
        .param(workId)
        .query(Boolean.class)
        .optional()
        .orElse(false);
  }

  void revokeAllOf(UUID worker) {
    jdbc.sql(REVOKE + "WHERE worker = ?").param(worker).update();
  }

  void revokeAll() {
    jdbc.sql(REVOKE + "WHERE worker IS NOT NULL").update();
  }

  private JdbcClient.StatementSpec change(String assignments, Lease lease) {
    return statement("UPDATE lease SET " + assignments + " WHERE " + HOLDS, lease);
  }

  private JdbcClient.StatementSpec statement(String sql, Lease lease) {
    return jdbc.sql(sql)
        .param("work", lease.workId())
        .param("epoch", lease.epoch())
        .param("worker", lease.worker());
  }
}
