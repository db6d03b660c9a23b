package dev.winnow.queue;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** This process's row among the workers. */
final class Registration {
  private final JdbcClient jdbc;
  private final WorkerRows workers;
  private final UUID worker;

  Registration(JdbcClient jdbc, UUID worker) {
    this.jdbc = jdbc;
    this.workers = new WorkerRows(jdbc);
    this.worker = worker;
  }

  void register(QueueProperties properties, String device, String version) {
    workers.prune();
    new WorkerSignatures(jdbc).prune();
    FairScheduling.prune(jdbc);
    workers.add(worker, host(), properties, device, version);
  }

  void heartbeat() {
    workers.heartbeat(worker);
  }

  void stopped() {
    workers.stopped(worker);
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "unknown";
    }
  }
}
