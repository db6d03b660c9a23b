package dev.winnow.queue;

import java.time.Duration;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Every change of the queue tables that is not db-scheduler's own. They are written directly rather
 * than through its client, which answers a row that is already there with an error, and in
 * PostgreSQL an error ends the caller's transaction. Joins the caller's transactions.
 */
final class QueueRows {
  /**
   * Gives rows to a worker, as the end of a statement that names them {@code chosen} and has the
   * worker and the moment in {@code this}; the table is the format's first argument.
   */
  static final String TAKE =
      """
      UPDATE %1$s q SET picked = true, picked_by = CAST(this.worker AS text),
        last_heartbeat = this.moment, version = q.version + 1
      FROM chosen, this
      WHERE q.task_name = chosen.task_name AND q.task_instance = chosen.task_instance
      RETURNING q.*
      """;

  private static final String PUT_BACK =
      """
      UPDATE %s SET picked = false, picked_by = NULL, last_heartbeat = NULL, version = version + 1,
        consecutive_failures = %s,
        execution_time = clock_timestamp() + make_interval(secs => :delay)
      WHERE %s
      """;
  private static final String THIS = "task_instance = :work AND version = :version";

  private final JdbcClient jdbc;

  QueueRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Adds work that is due now, or makes it so. The version starts at a value never used before: a
   * worker that still believes to have a former row of the same work must not find its own version
   * in the new one.
   */
  void enqueue(Work work) {
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
  }

  void remove(WorkerPool pool, String workId) {
    jdbc.sql("DELETE FROM %s WHERE task_instance = ?".formatted(pool.table()))
        .param(workId)
        .update();
  }

  void remove(WorkerPool pool, String workId, long version) {
    jdbc.sql(("DELETE FROM %s WHERE " + THIS).formatted(pool.table()))
        .param("work", workId)
        .param("version", version)
        .update();
  }

  /**
   * @param failures in a row, from now on
   */
  void putBack(WorkerPool pool, String workId, long version, int failures, Duration delay) {
    jdbc.sql(PUT_BACK.formatted(pool.table(), ":failures", THIS))
        .param("work", workId)
        .param("version", version)
        .param("failures", failures)
        .param("delay", delay.toMillis() / 1000.0)
        .update();
  }

  /** Puts back at once, without counting the attempts, what a worker has. */
  void putBackAllOf(WorkerPool pool, UUID worker) {
    putBackAll(pool, 0, "picked AND picked_by = :worker")
        .param("worker", worker.toString())
        .update();
  }

  /** Puts back at once, with one failure more, what any worker has. */
  void putBackAll(WorkerPool pool) {
    putBackAll(pool, 1, "picked").update();
  }

  private JdbcClient.StatementSpec putBackAll(WorkerPool pool, int failed, String condition) {
    String failures = "coalesce(consecutive_failures, 0) + :failed";
    return jdbc.sql(PUT_BACK.formatted(pool.table(), failures, condition))
        .param("failed", failed)
        .param("delay", 0.0);
  }
}
