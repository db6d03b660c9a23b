package dev.winnow.queue;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which numeric signatures workers were found to have. Joins the caller's transactions. */
final class WorkerSignatures {
  private final JdbcClient jdbc;

  WorkerSignatures(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void record(UUID worker, String signature, boolean has) {
    jdbc.sql(
            """
            INSERT INTO worker_signature (worker, signature, has) VALUES (?, ?, ?)
            ON CONFLICT (worker, signature) DO UPDATE SET has = excluded.has
            """)
        .params(worker, signature, has)
        .update();
  }

  /** Forgets those of workers that are forgotten. */
  void prune() {
    jdbc.sql("DELETE FROM worker_signature WHERE worker NOT IN (SELECT id FROM worker)").update();
  }
}
