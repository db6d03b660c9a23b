package dev.winnow.queue;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The queue tables as the rest of Winnow sees them. They are written here directly rather than
 * through db-scheduler's client, which answers a row that is already there with an error, and in
 * PostgreSQL an error ends the caller's transaction.
 */
final class JdbcWorkQueue implements WorkQueue {
  private final JdbcClient jdbc;
  private final TransactionOperations transactions;
  private final ApplicationEventPublisher events;

  /**
   * @param jdbc joins the caller's transactions
   * @param events hear of work that waits
   */
  JdbcWorkQueue(
      JdbcClient jdbc, TransactionOperations transactions, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.events = events;
  }

  @Override
  public void enqueue(Work work) {
    // The version starts at a value never used before: a worker that still believes to have a
    // former row of the same work must not find its own version in the new one.
    jdbc.sql(
            """
            INSERT INTO %s (task_name, task_instance, execution_time, picked, version, priority,
              owner, enqueued_at)
            VALUES (:task, :work, clock_timestamp(), false,
                    (extract(epoch FROM clock_timestamp()) * 1000000)::bigint, :priority,
                    :owner, clock_timestamp())
            ON CONFLICT (task_name, task_instance)
            DO UPDATE SET priority = excluded.priority, execution_time = excluded.execution_time,
              owner = excluded.owner
            """
                .formatted(work.pool().table()))
        .param("task", WorkTask.NAME)
        .param("work", work.id())
        .param("priority", work.priority())
        .param("owner", work.owner())
        .update();
    jdbc.sql("UPDATE lease SET signature = :signature WHERE work_id = :work")
        .param("signature", work.signature().orElse(null))
        .param("work", work.id())
        .update();
    events.publishEvent(new WorkWaits());
  }

  @Override
  public void withdraw(String workId) {
    // Several statements, each of which sees what was committed before it: a claim that gets in
    // between is found by the last. The queue row is locked before the lease, as everywhere.
    transactions.executeWithoutResult(
        status -> {
          for (Pool pool : Pool.values()) {
            jdbc.sql("DELETE FROM %s WHERE task_instance = ?".formatted(pool.table()))
                .param(workId)
                .update();
          }
          jdbc.sql(
                  """
                  UPDATE lease SET epoch = epoch + 1, worker = NULL, activity = NULL, claimed_at = NULL
                  WHERE work_id = ?
                  """)
              .param(workId)
              .update();
        });
  }

  @Override
  public long depth(Pool pool) {
    return jdbc.sql("SELECT count(*) FROM %s WHERE NOT picked".formatted(pool.table()))
        .query(Long.class)
        .single();
  }
}
