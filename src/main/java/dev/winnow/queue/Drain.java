package dev.winnow.queue;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks whether somebody has asked this worker to take no more work. */
final class Drain {
  private final JdbcClient jdbc;
  private final UUID worker;
  private final RunningWork running;

  Drain(JdbcClient jdbc, UUID worker, RunningWork running) {
    this.jdbc = jdbc;
    this.worker = worker;
    this.running = running;
  }

  void look() {
    running.drain(
        jdbc.sql("SELECT draining_since IS NOT NULL FROM worker WHERE id = ?")
            .param(worker)
            .query(Boolean.class)
            .optional()
            .orElse(false));
  }
}
