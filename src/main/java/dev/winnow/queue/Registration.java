package dev.winnow.queue;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** This process's row among the workers. */
final class Registration {
  private final JdbcClient jdbc;
  private final UUID worker;

  Registration(JdbcClient jdbc, UUID worker) {
    this.jdbc = jdbc;
    this.worker = worker;
  }

  void register(QueueProperties properties, String device, String version) {
    jdbc.sql("DELETE FROM worker WHERE heartbeat_at < clock_timestamp() - interval '30 days'")
        .update();
    jdbc.sql("DELETE FROM worker_signature WHERE worker NOT IN (SELECT id FROM worker)").update();
    jdbc.sql("DELETE FROM rotation WHERE served_at < clock_timestamp() - interval '30 days'")
        .update();
    jdbc.sql(
            """
            INSERT INTO worker (id, host, pid, pools, device, slots, version, java, started_at,
              heartbeat_at)
            VALUES (:id, :host, :pid, string_to_array(:pools, ','), :device, :slots, :version, :java,
                    clock_timestamp(), clock_timestamp())
            """)
        .param("id", worker)
        .param("host", host())
        .param("pid", ProcessHandle.current().pid())
        .param(
            "pools",
            properties.pools().stream().map(Pool::lowerCaseName).collect(Collectors.joining(",")))
        .param("device", device)
        .param("slots", properties.pools().stream().mapToInt(properties::slots).sum())
        .param("version", version)
        .param("java", Runtime.version().toString())
        .update();
  }

  void heartbeat() {
    jdbc.sql("UPDATE worker SET heartbeat_at = clock_timestamp() WHERE id = ?")
        .param(worker)
        .update();
  }

  void stopped() {
    jdbc.sql(
            "UPDATE worker SET heartbeat_at = clock_timestamp(), stopped_at = clock_timestamp() WHERE id = ?")
        .param(worker)
        .update();
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "unknown";
    }
  }
}
