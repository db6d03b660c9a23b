package dev.winnow.faults;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every change of hands, written down by the database itself with its own clock. */
final class LeaseLog {
  private final JdbcClient jdbc;

  private LeaseLog(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param worker who holds the work from now on; empty if nobody
   */
  record Entry(Instant at, String work, String worker, long epoch, String before) {}

  /** Begins the log in a schema of its own; the application's tables must be there. */
  static LeaseLog begin(JdbcClient jdbc) {
    jdbc.sql(
            """
            CREATE SCHEMA witness;
            CREATE TABLE witness.lease (
              number BIGINT GENERATED ALWAYS AS IDENTITY, at TIMESTAMPTZ, work TEXT, worker TEXT,
              epoch BIGINT, before TEXT);
            CREATE FUNCTION witness.note() RETURNS trigger LANGUAGE plpgsql AS $$
              BEGIN
                INSERT INTO witness.lease (at, work, worker, epoch, before) VALUES (clock_timestamp(),
                  NEW.work_id, coalesce(NEW.worker::text, ''), NEW.epoch,
                  coalesce(OLD.worker::text, ''));
                RETURN NULL;
              END $$;
            CREATE TRIGGER witness AFTER INSERT OR UPDATE OF epoch, worker ON public.lease
              FOR EACH ROW EXECUTE FUNCTION witness.note();
            """)
        .update();
    return new LeaseLog(jdbc);
  }

  /** In the order in which they happened. */
  List<Entry> entries() {
    return jdbc.sql("SELECT at, work, worker, epoch, before FROM witness.lease ORDER BY number")
        .query(
            (rs, n) ->
                new Entry(
                    rs.getObject(1, OffsetDateTime.class).toInstant(),
                    rs.getString(2),
                    rs.getString(3),
                    rs.getLong(4),
                    rs.getString(5)))
        .list();
  }

  /** For each worker with one slot, the times between giving work back and having the next. */
  List<Duration> idleTimes() {
    Map<String, Instant> gaveBack = new HashMap<>();
    List<Duration> idle = new ArrayList<>();
    for (Entry entry : entries()) {
      if (!entry.worker().isEmpty()) {
        Instant last = gaveBack.remove(entry.worker());
        if (last != null) {
          idle.add(Duration.between(last, entry.at()));
        }
      } else if (!entry.before().isEmpty()) {
        gaveBack.put(entry.before(), entry.at());
      }
    }
    return idle;
  }
}
