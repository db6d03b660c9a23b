package dev.winnow.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigratingRoleIT {
  private final TestDatabase database = TestDatabase.fresh();
  private final Path folder;

  MigratingRoleIT(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void a_worker_does_not_migrate_and_says_what_is_missing() throws IOException {
    Flyway newer = newer();
    MigratingRole worker = new MigratingRole("worker", Duration.ZERO);
    assertThatThrownBy(() -> worker.migrate(newer))
        .isInstanceOf(DatabaseUnavailable.class)
        .hasMessage("The database's schema is older than this worker: it lacks V9000.");
    assertThat(exists()).isFalse();
  }

  @Test
  void a_worker_waits_for_the_api_to_migrate() throws Exception {
    Flyway newer = newer();
    MigratingRole worker = new MigratingRole("worker", Duration.ofMinutes(1));
    CompletableFuture<Void> waiting = CompletableFuture.runAsync(() -> worker.migrate(newer));
    assertThat(waiting).isNotDone();
    new MigratingRole("api", Duration.ZERO).migrate(newer());
    waiting.get(30, TimeUnit.SECONDS);
    assertThat(exists()).isTrue();
  }

  @Test
  void a_schema_that_is_newer_than_a_worker_suits_it() throws IOException {
    new MigratingRole("all", Duration.ZERO).migrate(newer());
    new MigratingRole("worker", Duration.ZERO).migrate(flyway("classpath:db/migration"));
    assertThat(exists()).isTrue();
  }

  @Test
  void a_migration_that_waits_too_long_for_a_lock_is_tried_again() throws Exception {
    Files.writeString(
        folder.resolve("V9000__newer.sql"),
        "SET lock_timeout = '100ms'; ALTER TABLE lease ADD COLUMN newer INT; CREATE TABLE newer (id INT);");
    Flyway clashing = flyway("classpath:db/migration", "filesystem:" + folder);
    CompletableFuture<Void> migration =
        database
            .transactions()
            .execute(
                status -> {
                  database.jdbc().sql("LOCK TABLE lease IN ACCESS SHARE MODE").update();
                  assertThatThrownBy(
                          () -> new MigratingRole("api", Duration.ZERO).migrate(clashing))
                      .hasMessageContaining("lock timeout");
                  MigratingRole api = new MigratingRole("api", Duration.ofMinutes(1));
                  return CompletableFuture.runAsync(() -> api.migrate(clashing));
                });
    assertThat(migration).succeedsWithin(Duration.ofSeconds(30));
    assertThat(exists()).isTrue();
  }

  @Test
  void a_migration_that_is_wrong_fails_at_once() throws IOException {
    Files.writeString(folder.resolve("V9000__newer.sql"), "CREATE TABLE newer (id NONSENSE);");
    Flyway wrong = flyway("classpath:db/migration", "filesystem:" + folder);
    assertThatThrownBy(() -> new MigratingRole("api", Duration.ofMinutes(1)).migrate(wrong))
        .hasMessageContaining("type \"nonsense\" does not exist");
    assertThat(exists()).isFalse();
  }

  private Flyway newer() throws IOException {
    Files.writeString(folder.resolve("V9000__newer.sql"), "CREATE TABLE newer (id BIGINT);");
    return flyway("classpath:db/migration", "filesystem:" + folder);
  }

  private Flyway flyway(String... locations) {
    return Flyway.configure()
        .dataSource(database.url(), database.user(), database.password())
        .locations(locations)
        .load();
  }

  private boolean exists() {
    return database
        .jdbc()
        .sql("SELECT to_regclass('newer') IS NOT NULL")
        .query(Boolean.class)
        .single();
  }
}
