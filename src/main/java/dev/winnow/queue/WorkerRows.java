package dev.winnow.queue;

import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every change of the workers' table. */
final class WorkerRows {
  private final JdbcClient jdbc;

  WorkerRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Adds a worker of this process.
   *
   * @param device what it computes on, for people to read
   */
  void add(UUID worker, String host, QueueProperties properties, String device, String version) {
    jdbc.sql(
            """
            INSERT INTO worker (id, host, pid, pools, device, slots, version, java, started_at,
              heartbeat_at)
            VALUES (:id, :host, :pid, string_to_array(:pools, ','), :device, :slots, :version, :java,
                    clock_timestamp(), clock_timestamp())
            """)
        .param("id", worker)
        .param("host", host)
        .param("pid", ProcessHandle.current().pid())
        .param(
            "pools",
            properties.pools().stream()
                .map(WorkerPool::lowerCaseName)
                .collect(Collectors.joining(",")))
        .param("device", device)
        .param("slots", properties.pools().stream().mapToInt(properties::slots).sum())
        .param("version", version)
        .param("java", Runtime.version().toString())
        .update();
  }

  void heartbeat(UUID worker) {
    jdbc.sql("UPDATE worker SET heartbeat_at = clock_timestamp() WHERE id = ?")
        .param(worker)
        .update();
  }

  void stopped(UUID worker) {
    jdbc.sql(
            "UPDATE worker SET heartbeat_at = clock_timestamp(), stopped_at = clock_timestamp()"
                + " WHERE id = ?")
        .param(worker)
        .update();
  }

  /** For workers that can no longer say so themselves. */
  void allStopped() {
    jdbc.sql("UPDATE worker SET stopped_at = heartbeat_at WHERE stopped_at IS NULL").update();
  }

  /** Has a worker take no more work, or take work again; false if there is no such worker. */
  boolean drain(UUID worker, boolean draining) {
    return jdbc.sql(
                """
                UPDATE worker SET draining_since =
                  CASE WHEN :draining THEN coalesce(draining_since, clock_timestamp()) END
                WHERE id = :id AND stopped_at IS NULL
                """)
            .param("draining", draining)
            .param("id", worker)
            .update()
        == 1;
  }

  /** Forgets those that were last alive a month ago. */
  void prune() {
    jdbc.sql("DELETE FROM worker WHERE heartbeat_at < clock_timestamp() - interval '30 days'")
        .update();
  }
}
