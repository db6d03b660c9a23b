package dev.winnow.queue;

import com.github.kagkarlsson.scheduler.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The database's clock, the one that all workers share: read from time to time, and carried on by
 * this machine's interval timer, so that nothing depends on the machine's own idea of the hour.
 */
final class DatabaseClock implements Clock {
  private final JdbcClient jdbc;
  private volatile Reading reading;

  DatabaseClock(JdbcClient jdbc) {
    this.jdbc = jdbc;
    this.reading = read(jdbc);
  }

  void synchronise() {
    reading = read(jdbc);
  }

  @Override
  public Instant now() {
    Reading last = reading;
    return last.time().plusNanos(System.nanoTime() - last.nanos());
  }

  private static Reading read(JdbcClient jdbc) {
    long before = System.nanoTime();
    OffsetDateTime time = jdbc.sql("SELECT clock_timestamp()").query(OffsetDateTime.class).single();
    long after = System.nanoTime();
    return new Reading(time.toInstant(), before + (after - before) / 2);
  }

  private record Reading(Instant time, long nanos) {}
}
