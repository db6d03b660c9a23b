package dev.winnow.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A PostgreSQL server of this process: durable, on the loopback interface, with a password. */
final class PostgresServer implements EmbeddedDatabase, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PostgresServer.class);
  private static final String DATABASE = "winnow";
  private static final String USER = "postgres";
  private static final Duration STARTUP = Duration.ofSeconds(60);
  private static final Duration SHUTDOWN = Duration.ofSeconds(60);

  private final DatabaseFolder folder;
  private final FolderLock lock;
  private final EmbeddedPostgres server;
  private final String password;

  private PostgresServer(
      DatabaseFolder folder, FolderLock lock, EmbeddedPostgres server, String password) {
    this.folder = folder;
    this.lock = lock;
    this.server = server;
    this.password = password;
  }

  /**
   * Starts it on the data under this home, or on new data.
   *
   * @throws DatabaseUnavailable if another process uses the folder or PostgreSQL does not start
   */
  static PostgresServer start(Path home) throws IOException {
    DatabaseFolder folder = DatabaseFolder.under(home);
    FolderLock lock = FolderLock.take(folder);
    try {
      return start(folder, lock);
    } catch (IOException | RuntimeException | Error e) {
      Postmaster.endOrphan(folder.data());
      lock.close();
      throw e;
    }
  }

  private static PostgresServer start(DatabaseFolder folder, FolderLock lock) throws IOException {
    Postmaster.endOrphan(folder.data());
    setAsideIfIncomplete(folder);
    String password = password(folder);
    Files.deleteIfExists(folder.log());
    EmbeddedPostgres server = launch(folder, password);
    PostgresServer postgres = new PostgresServer(folder, lock, server, password);
    postgres.createDatabase();
    LOG.info("PostgreSQL runs on port {} with its data in {}", server.getPort(), folder.data());
    return postgres;
  }

  /** What an interrupted first start left is not trusted, but not deleted either. */
  private static void setAsideIfIncomplete(DatabaseFolder folder) throws IOException {
    if (Files.exists(folder.data().resolve("PG_VERSION")) && Files.notExists(folder.complete())) {
      Path aside = folder.root().resolve("data.incomplete-" + Instant.now().toEpochMilli());
      Files.move(folder.data(), aside);
      LOG.warn("The first start was interrupted; its unfinished data is now {}", aside);
    }
  }

  private static String password(DatabaseFolder folder) throws IOException {
    if (Files.exists(folder.complete()) && Files.notExists(folder.password())) {
      throw new DatabaseUnavailable(
          "The password of the database in "
              + folder.root()
              + " is gone: there is no file "
              + folder.password()
              + ".",
          "Restore that file, or move the folder away to start with an empty database.");
    }
    return Password.in(folder.password());
  }

  private static EmbeddedPostgres launch(DatabaseFolder folder, String password) {
    // The library tidies this folder up at each start; by default it is one that everybody may
    // write to.
    System.setProperty("ot.epg.working-dir", folder.binaries().toString());
    try {
      return EmbeddedPostgres.builder()
          .setDataDirectory(folder.data())
          .setCleanDataDirectory(false)
          .setDataDirectoryCustomizer(data -> folder.markComplete())
          .setOverrideWorkingDirectory(folder.binaries().toFile())
          .setRegisterShutdownHook(false)
          .setPGStartupWait(STARTUP)
          .setOutputRedirector(Redirect.appendTo(folder.log().toFile()))
          .setLocaleConfig("locale", "C")
          .setLocaleConfig("auth-local", "scram-sha-256")
          .setLocaleConfig("auth-host", "scram-sha-256")
          .setLocaleConfig("pwfile", folder.password().toString())
          .setConnectConfig("password", password)
          .setServerConfig("fsync", "on")
          .setServerConfig("synchronous_commit", "on")
          .setServerConfig("listen_addresses", "localhost")
          .setServerConfig("unix_socket_directories", "")
          .setServerConfig("max_connections", "100")
          .start();
    } catch (IOException | IllegalStateException e) {
      throw new DatabaseUnavailable(
          "The embedded PostgreSQL does not start: " + e.getMessage(),
          "Read " + folder.log() + ", or set spring.datasource.url to a PostgreSQL of your own.",
          e);
    }
  }

  private void createDatabase() {
    JdbcClient jdbc = JdbcClient.create(server.getPostgresDatabase());
    boolean exists =
        jdbc.sql("SELECT EXISTS (SELECT 1 FROM pg_database WHERE datname = ?)")
            .param(DATABASE)
            .query(Boolean.class)
            .single();
    if (!exists) {
      jdbc.sql("CREATE DATABASE " + DATABASE).update();
    }
  }

  @Override
  public Path folder() {
    return folder.root();
  }

  String url() {
    return "jdbc:postgresql://localhost:" + server.getPort() + "/" + DATABASE;
  }

  String user() {
    return USER;
  }

  String password() {
    return password;
  }

  /** Returns when the server has written everything and ended. */
  @Override
  public void close() throws IOException {
    Optional<ProcessHandle> process = Postmaster.of(folder.data());
    server.close();
    if (process.isPresent() && !Postmaster.awaitExit(process.get(), SHUTDOWN)) {
      LOG.error("PostgreSQL {} on {} has not ended", process.get().pid(), folder.data());
    }
    lock.close();
  }
}
