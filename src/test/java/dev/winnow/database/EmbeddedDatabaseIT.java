package dev.winnow.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class EmbeddedDatabaseIT {
  private static final int READ = 200;

  private final Path home;

  EmbeddedDatabaseIT(@TempDir Path home) {
    this.home = home;
  }

  @Test
  void a_stop_leaves_no_server_and_a_restart_finds_the_data() throws IOException {
    ProcessHandle server;
    try (PostgresServer first = PostgresServer.start(home)) {
      jdbc(first).sql("CREATE TABLE kept AS SELECT 7 AS number").update();
      server = Postmaster.of(data()).orElseThrow();
    }
    assertThat(server.isAlive()).isFalse();

    // As after a crash, when the server's number has gone to another program.
    Files.writeString(data().resolve("postmaster.pid"), ProcessHandle.current().pid() + "\n");
    try (PostgresServer second = PostgresServer.start(home)) {
      assertThat(numbers(second)).containsExactly(7);
    }

    Files.delete(data().resolveSibling("password"));
    assertThatThrownBy(() -> PostgresServer.start(home)).hasMessageContaining("password");
  }

  @Test
  void another_process_is_refused_until_the_first_is_killed_and_then_finds_every_commit()
      throws Exception {
    Process first = startKillableWinnow();
    try (BufferedReader output = first.inputReader()) {
      readUntil(output, READ);
      assertThatThrownBy(() -> PostgresServer.start(home)).isInstanceOf(DatabaseUnavailable.class);
      ProcessHandle orphan = Postmaster.of(data()).orElseThrow();

      // Through the handle, because Process closes the output with it.
      first.toHandle().destroyForcibly();
      first.waitFor();
      int committed = readToEnd(output);
      assertThat(orphan.isAlive()).isTrue();

      try (PostgresServer second = PostgresServer.start(home)) {
        assertThat(orphan.isAlive()).isFalse();
        assertThat(numbers(second)).hasSizeGreaterThan(committed);
      }
    }
  }

  @Test
  void no_commit_is_lost_when_winnow_and_its_server_are_killed_together() throws Exception {
    Process first = startKillableWinnow();
    try (BufferedReader output = first.inputReader()) {
      readUntil(output, READ);
      ProcessHandle server = Postmaster.of(data()).orElseThrow();
      server.destroyForcibly();
      first.toHandle().destroyForcibly();
      first.waitFor();
      int committed = readToEnd(output);
      Postmaster.awaitExit(server, Duration.ofSeconds(10));

      try (PostgresServer second = PostgresServer.start(home)) {
        assertThat(numbers(second)).hasSizeGreaterThan(committed);
      }
    }
  }

  @Test
  void an_interrupted_first_start_is_set_aside() throws IOException {
    Files.createDirectories(data());
    Files.writeString(data().resolve("PG_VERSION"), "18");
    Files.writeString(data().resolve("postgresql.conf"), "");
    try (PostgresServer postgres = PostgresServer.start(home)) {
      assertThat(setting(postgres, "fsync")).isEqualTo("on");
      try (var found = Files.list(postgres.folder())) {
        assertThat(found).anyMatch(path -> path.toString().contains("data.incomplete-"));
      }
    }
  }

  private Process startKillableWinnow() throws IOException {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElseThrow());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(KillableWinnow.class.getName(), home.toString()));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  private static void readUntil(BufferedReader output, int number) throws IOException {
    String last = "committed " + number;
    String line = output.readLine();
    while (!Objects.equals(line, last)) {
      assertThat(line).as("output of the first process").isNotNull();
      line = output.readLine();
    }
  }

  private static int readToEnd(BufferedReader output) throws IOException {
    return output
        .lines()
        .filter(line -> line.matches("committed \\d+"))
        .mapToInt(line -> Integer.parseInt(line.substring("committed ".length())))
        .reduce(READ, Math::max);
  }

  private Path data() throws IOException {
    return home.toRealPath().resolve("postgres").resolve("data");
  }

  private static String setting(PostgresServer postgres, String name) {
    return jdbc(postgres).sql("SELECT current_setting(?)").param(name).query(String.class).single();
  }

  private static List<Integer> numbers(PostgresServer postgres) {
    return jdbc(postgres).sql("SELECT number FROM kept").query(Integer.class).list();
  }

  private static JdbcClient jdbc(PostgresServer postgres) {
    return JdbcClient.create(
        new DriverManagerDataSource(postgres.url(), postgres.user(), postgres.password()));
  }
}
