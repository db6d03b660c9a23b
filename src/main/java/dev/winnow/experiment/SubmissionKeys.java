package dev.winnow.experiment;

import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The keys of recent submissions and what they made. Callers are in the submission's transaction.
 */
@Component
class SubmissionKeys {
  private record Made(String bodySha256, long experiment) {}

  private final JdbcClient jdbc;
  private final Duration kept;

  SubmissionKeys(JdbcClient jdbc, ExperimentProperties properties) {
    this.jdbc = jdbc;
    this.kept = properties.keepKeys();
  }

  /**
   * The experiment that this key made before; empty if the key is new and now the caller's. Of two
   * that come at once with the same key, one waits here for the other to commit or roll back.
   *
   * @throws KeyReused if the key came with another body
   */
  Optional<Long> take(SubmissionKey key) {
    prune();
    int taken =
        jdbc.sql(
                """
                insert into idempotency_key (key, body_sha256, created_at)
                values (?, ?, clock_timestamp()) on conflict do nothing
                """)
            .params(key.name(), key.bodySha256())
            .update();
    return taken == 1 ? Optional.empty() : Optional.of(made(key));
  }

  void made(SubmissionKey key, long experiment) {
    jdbc.sql("update idempotency_key set experiment_id = ? where key = ?")
        .params(experiment, key.name())
        .update();
  }

  private long made(SubmissionKey key) {
    Made made =
        jdbc.sql("select body_sha256, experiment_id from idempotency_key where key = ?")
            .param(key.name())
            .query((columns, i) -> new Made(columns.getString(1), columns.getLong(2)))
            .single();
    if (!made.bodySha256().equals(key.bodySha256())) {
      throw new KeyReused(key.name());
    }
    return made.experiment();
  }

  /** What another submission is removing just now is left to it. */
  private void prune() {
    jdbc.sql(
            """
            delete from idempotency_key where key in
              (select key from idempotency_key
               where created_at < clock_timestamp() - make_interval(secs => ?)
               for update skip locked)
            """)
        .param(kept.toMillis() / 1000.0)
        .update();
  }
}
