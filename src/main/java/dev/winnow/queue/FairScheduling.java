package dev.winnow.queue;

import com.github.kagkarlsson.scheduler.jdbc.JdbcTaskRepositoryContext;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.Execution;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Picks the work that a worker does next. Higher priority goes first. Among equals the owner with
 * the fewest works in hand is next, then the one whose last turn is longest ago, then the work that
 * waits longest. Of one owner only the first so many works are admitted; the others wait until one
 * of these is done. Work that needs a numeric signature that this worker is known not to have is
 * left to others. A worker that is draining picks nothing.
 *
 * <p>What counts as admitted goes by the clock as it is while the statement runs: work may have
 * come back since its transaction began.
 */
final class FairScheduling extends PostgreSqlJdbcCustomization {
  private static final String CHOOSE =
      """
      WITH this AS (SELECT CAST(? AS uuid) AS worker, CAST(? AS timestamptz) AS moment),
      there AS (
        SELECT q.*, coalesce(q.owner, q.task_instance) AS whose FROM %1$s q, this
        WHERE q.picked OR (q.execution_time <= greatest(this.moment, clock_timestamp()) AND NOT EXISTS (
          SELECT 1 FROM lease JOIN worker_signature s USING (signature)
          WHERE lease.work_id = q.task_instance AND s.worker = this.worker AND NOT s.has))),
      placed AS (
        SELECT *, row_number() OVER (
          PARTITION BY whose ORDER BY picked DESC, enqueued_at, task_instance) AS place
        FROM there),
      turns AS (
        SELECT *, row_number() OVER (
          PARTITION BY whose ORDER BY picked DESC, priority DESC, execution_time) AS turn
        FROM placed WHERE place <= %2$d),
      chosen AS (
        SELECT q.task_name, q.task_instance, t.whose
        FROM %1$s q JOIN turns t USING (task_name, task_instance)
        LEFT JOIN rotation ON rotation.owner = t.whose
        WHERE NOT q.picked AND q.execution_time <= (SELECT moment FROM this)
          AND NOT EXISTS (SELECT 1 FROM worker JOIN this ON worker.id = this.worker
            WHERE worker.draining_since IS NOT NULL)
        ORDER BY t.priority DESC, t.turn, rotation.served_at NULLS FIRST, t.execution_time
        LIMIT %3$d FOR UPDATE OF q SKIP LOCKED),
      served AS (
        INSERT INTO rotation (owner, served_at)
        SELECT whose, clock_timestamp() FROM chosen GROUP BY whose ORDER BY whose
        ON CONFLICT (owner) DO UPDATE SET served_at = excluded.served_at)
      """;

  private final WorkerPool pool;
  private final UUID worker;
  private final int admitted;

  /**
   * @param admitted most works of one owner that take turns
   */
  FairScheduling(WorkerPool pool, UUID worker, int admitted) {
    super(false, false);
    this.pool = pool;
    this.worker = worker;
    this.admitted = admitted;
  }

  /** Forgets owners whose last turn is a month ago: they are as if they had had none. */
  static void prune(JdbcClient jdbc) {
    jdbc.sql("DELETE FROM rotation WHERE served_at < clock_timestamp() - interval '30 days'")
        .update();
  }

  @Override
  public List<Execution> lockAndFetchSingleStatement(
      JdbcTaskRepositoryContext context, Instant now, int limit, boolean orderByPriority) {
    return context.jdbcRunner.query(
        (CHOOSE + QueueRows.TAKE).formatted(pool.table(), admitted, limit),
        statement -> {
          statement.setObject(1, worker);
          setInstant(statement, 2, now);
        },
        context.resultSetMapper.get());
  }
}
