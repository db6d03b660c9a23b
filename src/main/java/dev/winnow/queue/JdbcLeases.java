package dev.winnow.queue;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Leases as rows. */
final class JdbcLeases implements Leases {
  private final JdbcClient jdbc;
  private final LeaseRows rows;
  private final WorkerSignatures signatures;

  /**
   * @param jdbc joins the caller's transactions
   */
  JdbcLeases(JdbcClient jdbc) {
    this.jdbc = jdbc;
    this.rows = new LeaseRows(jdbc);
    this.signatures = new WorkerSignatures(jdbc);
  }

  @Override
  public void fence(Lease lease) {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("a fence needs the transaction that it is to protect");
    }
    List<Long> found =
        statement("SELECT epoch FROM lease WHERE " + LeaseRows.HOLDS + " FOR UPDATE", lease)
            .query(Long.class)
            .list();
    if (found.isEmpty()) {
      throw new LeaseLost(lease);
    }
  }

  @Override
  public boolean held(Lease lease) {
    return statement("SELECT EXISTS (SELECT 1 FROM lease WHERE " + LeaseRows.HOLDS + ")", lease)
        .query(Boolean.class)
        .single();
  }

  @Override
  public void describe(Lease lease, String activity) {
    if (!rows.describe(lease, activity)) {
      throw new LeaseLost(lease);
    }
  }

  @Override
  public void progressed(Lease lease) {
    rows.progressed(lease);
  }

  @Override
  public void sign(Lease lease, String ofWorker, Optional<String> needed) {
    rows.need(lease, needed);
    signatures.record(lease.worker(), ofWorker, true);
    needed
        .filter(signature -> !signature.equals(ofWorker))
        .ifPresent(signature -> signatures.record(lease.worker(), signature, false));
  }

  private JdbcClient.StatementSpec statement(String sql, Lease lease) {
    return jdbc.sql(sql)
        .param("work", lease.workId())
        .param("epoch", lease.epoch())
        .param("worker", lease.worker());
  }
}
