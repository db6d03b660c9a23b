package dev.winnow.database;

import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.stereotype.Component;

/**
 * The API changes the schema; a worker never does. It waits until the schema has all that it needs,
 * and one that has been expanded beyond that suits it too.
 *
 * <p>A migration that clashes with the work of others, in a deadlock or by waiting too long for a
 * lock, is rolled back as a whole and tried again.
 */
@Component
final class MigratingRole implements FlywayMigrationStrategy {
  private static final Logger log = LoggerFactory.getLogger(MigratingRole.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final boolean migrates;
  private final Duration patience;

  @Autowired
  MigratingRole(@Value("${winnow.role:all}") String role) {
    this(role, Duration.ofMinutes(1));
  }

  /**
   * @param patience how long a worker waits for the API's migrations, and how long the API tries
   */
  MigratingRole(String role, Duration patience) {
    this.migrates = !role.equals("worker");
    this.patience = patience;
  }

  /**
   * @throws DatabaseUnavailable if a worker has waited in vain
   * @throws FlywayException if a migration fails for good
   */
  @Override
  public void migrate(Flyway flyway) {
    long begin = System.nanoTime();
    if (migrates) {
      expand(flyway, begin);
    } else {
      await(flyway, begin);
    }
  }

  private boolean outOfPatience(long begin) {
    return System.nanoTime() - begin >= patience.toNanos();
  }

  private void expand(Flyway flyway, long begin) {
    boolean done = false;
    while (!done) {
      try {
        flyway.migrate();
        done = true;
      } catch (FlywayException e) {
        if (!TransientFailure.hasPassingState(e) || outOfPatience(begin)) {
          throw e;
        }
        log.warn("Trying the migrations again: {}", e.getMessage());
        pause();
      }
    }
  }

  private void await(Flyway flyway, long begin) {
    MigrationInfo[] missing = flyway.info().pending();
    while (missing.length > 0) {
      if (outOfPatience(begin)) {
        throw new DatabaseUnavailable(
            "The database's schema is older than this worker: it lacks " + versions(missing) + ".",
            "Start an API of this version first (winnow.role=api): it brings the schema up to"
                + " date.");
      }
      log.info("Waiting for the API to bring the schema to {}", versions(missing));
      pause();
      missing = flyway.info().pending();
    }
  }

  private static String versions(MigrationInfo[] migrations) {
    return Arrays.stream(migrations)
        .map(migration -> "V" + migration.getVersion())
        .collect(Collectors.joining(", "));
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting for the schema", e);
    }
  }
}
