package dev.winnow.faults;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A PostgreSQL server of the programme's own, on one port, that can be killed and started anew. */
final class Postgres implements AutoCloseable {
  static final Map<String, String> DURABLE = Map.of("fsync", "on", "synchronous_commit", "on");
  private static final Path BINARIES = Path.of("target", "postgres").toAbsolutePath();
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Path data;
  private final Path log;
  private final Map<String, String> settings;
  private final int port;
  private EmbeddedPostgres server;

  private Postgres(Path folder, Map<String, String> settings) throws IOException {
    this.data = folder.resolve("data");
    this.log = folder.resolve("postgres.log");
    this.settings = new HashMap<>(settings);
    this.port = freePort();
    System.setProperty("ot.epg.working-dir", BINARIES.toString());
    this.server = launch();
    JdbcClient.create(server.getPostgresDatabase()).sql("CREATE DATABASE winnow").update();
  }

  /**
   * @param settings of the server, beside those that the programme needs itself
   */
  static Postgres start(Path folder, Map<String, String> settings) throws IOException {
    return new Postgres(folder, settings);
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private EmbeddedPostgres launch() throws IOException {
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            .setDataDirectory(data)
            .setCleanDataDirectory(false)
            .setOverrideWorkingDirectory(BINARIES.toFile())
            .setPort(port)
            .setPGStartupWait(PATIENCE)
            .setOutputRedirector(Redirect.appendTo(log.toFile()))
            .setLocaleConfig("locale", "C")
            .setServerConfig("max_connections", "300");
    settings.forEach(builder::setServerConfig);
    return builder.start();
  }

  int port() {
    return port;
  }

  /** Where a process finds it, through this port of this machine. */
  static String url(int port) {
    return "jdbc:postgresql://localhost:" + port + "/winnow";
  }

  JdbcClient jdbc() {
    return JdbcClient.create(new DriverManagerDataSource(url(port), "postgres", "none"));
  }

  /** Whether it lets clients in. */
  boolean isUp() {
    try {
      return jdbc().sql("SELECT 1").query(Integer.class).single() == 1;
    } catch (DataAccessException e) {
      return false;
    }
  }

  /** Ends the server and all its processes as a power cut would. */
  void kill() throws IOException {
    List<ProcessHandle> all =
        postmaster().stream()
            .flatMap(main -> Stream.concat(Stream.of(main), main.descendants()))
            .toList();
    all.forEach(ProcessHandle::destroyForcibly);
    Eventually.holds(
        "PostgreSQL is dead", PATIENCE, () -> all.stream().noneMatch(ProcessHandle::isAlive));
    // Only gives back this process's lock on the data.
    server.close();
  }

  /** Empty if it has ended by itself. */
  private Optional<ProcessHandle> postmaster() throws IOException {
    Path file = data.resolve("postmaster.pid");
    if (Files.notExists(file)) {
      return Optional.empty();
    }
    return ProcessHandle.of(Long.parseLong(Files.readAllLines(file).get(0).strip()));
  }

  /** Starts it on its data and port, after {@link #kill}. */
  void restart() throws IOException {
    server = launch();
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
