package dev.winnow.queue;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** The queue tables as the rest of Winnow sees them. */
final class JdbcWorkQueue implements WorkQueue {
  private final JdbcClient jdbc;
  private final QueueRows rows;
  private final LeaseRows leases;
  private final TransactionOperations transactions;
  private final ApplicationEventPublisher events;

  /**
   * @param jdbc joins the caller's transactions
   * @param events hear of work that waits
   */
  JdbcWorkQueue(
      JdbcClient jdbc, TransactionOperations transactions, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.rows = new QueueRows(jdbc);
    this.leases = new LeaseRows(jdbc);
    this.transactions = transactions;
    this.events = events;
  }

  @Override
  public void enqueue(Work work) {
    rows.enqueue(work);
    leases.need(work.id(), work.signature());
    events.publishEvent(new WorkWaits());
  }

  @Override
  public void withdraw(String workId) {
    // Several statements, each of which sees what was committed before it: a claim that gets in
    // between is found by the last. The queue row is locked before the lease, as everywhere.
    transactions.executeWithoutResult(
        status -> {
          for (WorkerPool pool : WorkerPool.values()) {
            rows.remove(pool, workId);
          }
          leases.revoke(workId);
        });
  }

  @Override
  public long depth(WorkerPool pool) {
    return jdbc.sql("SELECT count(*) FROM %s WHERE NOT picked".formatted(pool.table()))
        .query(Long.class)
        .single();
  }
}
