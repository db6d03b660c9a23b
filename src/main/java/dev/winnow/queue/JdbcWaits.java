package dev.winnow.queue;

import dev.winnow.queue.Wait.WaitReason;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads what waits for what from the queue and the workers that take work. */
final class JdbcWaits implements Waits {
  private static final String WAITING =
      """
      SELECT q.task_instance, '%2$s' AS pool, q.priority, q.execution_time, lease.signature,
        CASE WHEN q.execution_time <= clock_timestamp() THEN q.execution_time
          ELSE q.enqueued_at END AS since,
        CASE WHEN NOT EXISTS (SELECT 1 FROM taking WHERE '%2$s' = ANY (pools)) THEN 'WORKER'
          WHEN lease.signature IS NOT NULL AND NOT EXISTS (
            SELECT 1 FROM taking WHERE '%2$s' = ANY (pools) AND NOT EXISTS (
              SELECT 1 FROM worker_signature s
              WHERE s.worker = taking.id AND s.signature = lease.signature AND NOT s.has))
            THEN 'SIGNATURE'
          WHEN q.execution_time > clock_timestamp() THEN 'BACKOFF'
          ELSE 'TURN' END AS reason
      FROM %1$s q LEFT JOIN lease ON lease.work_id = q.task_instance
      WHERE NOT q.picked
      """;
  private static final String ALL =
      """
      WITH taking AS (
        SELECT id, pools FROM worker
        WHERE stopped_at IS NULL AND draining_since IS NULL
          AND heartbeat_at > clock_timestamp() - make_interval(secs => :silence))
      SELECT * FROM (%s) waiting
      """
          .formatted(
              Arrays.stream(WorkerPool.values())
                  .map(pool -> WAITING.formatted(pool.table(), pool.lowerCaseName()))
                  .collect(Collectors.joining(" UNION ALL ")));

  private final JdbcClient jdbc;
  private final Duration silence;

  /**
   * @param silence how old the last heartbeat of a live worker may be
   */
  JdbcWaits(JdbcClient jdbc, Duration silence) {
    this.jdbc = jdbc;
    this.silence = silence;
  }

  @Override
  public List<WaitingWork> list(int most) {
    return statement("ORDER BY priority DESC, since, task_instance LIMIT :most")
        .param("most", most)
        .query(JdbcWaits::work)
        .list();
  }

  @Override
  public Map<String, Wait> of(Collection<String> workIds) {
    return statement("WHERE task_instance = ANY (:works)")
        .param("works", workIds.toArray(String[]::new))
        .query(JdbcWaits::work)
        .stream()
        .collect(Collectors.toMap(WaitingWork::id, WaitingWork::waiting));
  }

  private JdbcClient.StatementSpec statement(String rest) {
    return jdbc.sql(ALL + rest).param("silence", silence.toMillis() / 1000.0);
  }

  private static WaitingWork work(ResultSet rs, int row) throws SQLException {
    WorkerPool pool = WorkerPool.valueOf(rs.getString("pool").toUpperCase(Locale.ROOT));
    Wait wait =
        Wait.of(
            WaitReason.valueOf(rs.getString("reason")),
            pool,
            instant(rs, "since"),
            instant(rs, "execution_time"),
            rs.getString("signature"));
    return new WaitingWork(rs.getString("task_instance"), pool, rs.getInt("priority"), wait);
  }

  private static Instant instant(ResultSet rs, String column) throws SQLException {
    return rs.getObject(column, OffsetDateTime.class).toInstant();
  }
}
