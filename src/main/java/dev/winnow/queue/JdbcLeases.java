package dev.winnow.queue;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Leases as rows. */
final class JdbcLeases implements Leases {
  private static final String MINE = "work_id = :work AND epoch = :epoch AND worker = :worker";

  private final JdbcClient jdbc;

  /**
   * @param jdbc joins the caller's transactions
   */
  JdbcLeases(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void fence(Lease lease) {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("a fence needs the transaction that it is to protect");
    }
    List<Long> found =
        statement("SELECT epoch FROM lease WHERE " + MINE + " FOR UPDATE", lease)
            .query(Long.class)
            .list();
    if (found.isEmpty()) {
      throw new LeaseLost(lease);
    }
  }

  @Override
  public boolean held(Lease lease) {
    return statement("SELECT EXISTS (SELECT 1 FROM lease WHERE " + MINE + ")", lease)
        .query(Boolean.class)
        .single();
  }

  @Override
  public void describe(Lease lease, String activity) {
    int updated =
        statement("UPDATE lease SET activity = CAST(:activity AS jsonb) WHERE " + MINE, lease)
            .param("activity", activity)
            .update();
    if (updated == 0) {
      throw new LeaseLost(lease);
    }
  }

  @Override
  public void progressed(Lease lease) {
    statement("UPDATE lease SET progressed = true WHERE NOT progressed AND " + MINE, lease)
        .update();
  }

  @Override
  public void sign(Lease lease, String ofWorker, Optional<String> needed) {
    statement("UPDATE lease SET signature = :needed WHERE " + MINE, lease)
        .param("needed", needed.orElse(null))
        .update();
    record(lease, ofWorker, true);
    needed
        .filter(signature -> !signature.equals(ofWorker))
        .ifPresent(signature -> record(lease, signature, false));
  }

  private void record(Lease lease, String signature, boolean has) {
    jdbc.sql(
            """
            INSERT INTO worker_signature (worker, signature, has) VALUES (?, ?, ?)
            ON CONFLICT (worker, signature) DO UPDATE SET has = excluded.has
            """)
        .params(lease.worker(), signature, has)
        .update();
  }

  private JdbcClient.StatementSpec statement(String sql, Lease lease) {
    return jdbc.sql(sql)
        .param("work", lease.workId())
        .param("epoch", lease.epoch())
        .param("worker", lease.worker());
  }
}
