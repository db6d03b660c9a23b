package dev.winnow.queue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Workers as rows. */
final class JdbcWorkers implements Workers {
  private final JdbcClient jdbc;
  private final WorkerRows rows;
  private final Duration silence;

  /**
   * @param silence how old the last heartbeat of a live worker may be
   */
  JdbcWorkers(JdbcClient jdbc, Duration silence) {
    this.jdbc = jdbc;
    this.rows = new WorkerRows(jdbc);
    this.silence = silence;
  }

  @Override
  public List<WorkerRecord> list() {
    Map<UUID, List<HeldLease>> leases = leases();
    return jdbc.sql(
            """
            SELECT id, host, pid, array_to_string(pools, ',') AS pools, device, slots, version,
              java, started_at, heartbeat_at, draining_since IS NOT NULL AS draining,
              heartbeat_at > clock_timestamp() - make_interval(secs => ?) AS alive,
              ARRAY(SELECT signature FROM worker_signature s WHERE s.worker = worker.id AND s.has
                ORDER BY signature) AS signatures
            FROM worker
            WHERE stopped_at IS NULL AND heartbeat_at > clock_timestamp() - interval '1 day'
            ORDER BY started_at, id
            """)
        .param(silence.toMillis() / 1000.0)
        .query((rs, n) -> worker(rs, leases))
        .list();
  }

  @Override
  public boolean drain(UUID worker) {
    return rows.drain(worker, true);
  }

  @Override
  public boolean resume(UUID worker) {
    return rows.drain(worker, false);
  }

  private Map<UUID, List<HeldLease>> leases() {
    Map<UUID, List<HeldLease>> leases = new HashMap<>();
    jdbc.sql(
            """
            SELECT worker, work_id, activity, claimed_at FROM lease
            WHERE worker IS NOT NULL ORDER BY claimed_at, work_id
            """)
        .query(
            rs -> {
              leases
                  .computeIfAbsent(rs.getObject("worker", UUID.class), id -> new ArrayList<>())
                  .add(
                      new HeldLease(
                          rs.getString("work_id"),
                          Optional.ofNullable(rs.getString("activity")),
                          instant(rs, "claimed_at")));
            });
    return leases;
  }

  private static WorkerRecord worker(ResultSet rs, Map<UUID, List<HeldLease>> leases)
      throws SQLException {
    UUID id = rs.getObject("id", UUID.class);
    List<HeldLease> held = leases.getOrDefault(id, List.of());
    return new WorkerRecord(
        id,
        rs.getString("host"),
        rs.getLong("pid"),
        pools(rs.getString("pools")),
        rs.getString("device"),
        rs.getInt("slots"),
        rs.getString("version"),
        rs.getString("java"),
        List.of((String[]) rs.getArray("signatures").getArray()),
        instant(rs, "started_at"),
        instant(rs, "heartbeat_at"),
        state(rs, held.isEmpty()),
        held);
  }

  private static WorkerState state(ResultSet rs, boolean idle) throws SQLException {
    if (!rs.getBoolean("alive")) {
      return WorkerState.SILENT;
    }
    if (!rs.getBoolean("draining")) {
      return WorkerState.ACTIVE;
    }
    return idle ? WorkerState.DRAINED : WorkerState.DRAINING;
  }

  private static List<WorkerPool> pools(String names) {
    return Arrays.stream(names.split(","))
        .map(name -> WorkerPool.valueOf(name.toUpperCase(Locale.ROOT)))
        .toList();
  }

  private static Instant instant(ResultSet rs, String column) throws SQLException {
    return rs.getObject(column, OffsetDateTime.class).toInstant();
  }
}
