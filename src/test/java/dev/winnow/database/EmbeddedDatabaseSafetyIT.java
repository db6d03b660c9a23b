package dev.winnow.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmbeddedDatabaseSafetyIT {
  private final Path home;
  private final PostgresServer postgres;

  EmbeddedDatabaseSafetyIT(@TempDir Path home) throws IOException {
    this.home = home;
    this.postgres = PostgresServer.start(home);
  }

  @AfterAll
  void stop() throws IOException {
    postgres.close();
  }

  @Test
  void commits_are_durable_and_only_this_machine_gets_in() {
    assertThat(setting(postgres, "fsync")).isEqualTo("on");
    assertThat(setting(postgres, "synchronous_commit")).isEqualTo("on");
    assertThat(setting(postgres, "full_page_writes")).isEqualTo("on");
    assertThat(setting(postgres, "listen_addresses")).isEqualTo("localhost");
    assertThat(setting(postgres, "unix_socket_directories")).isEmpty();
  }

  @Test
  void only_the_owner_of_the_password_file_gets_in() throws IOException {
    assertThatThrownBy(
            () -> DriverManager.getConnection(postgres.url(), postgres.user(), "guess").close())
        .hasMessageContaining("password authentication failed");
    assertThat(
            jdbc(postgres)
                .sql("SELECT DISTINCT auth_method FROM pg_hba_file_rules")
                .query(String.class)
                .list())
        .containsExactly("scram-sha-256");
    assertThat(permissions(postgres.folder())).isEqualTo("rwx------");
    assertThat(permissions(postgres.folder().resolve("password"))).isEqualTo("rw-------");
  }

  @Test
  void a_second_instance_is_told_which_folder_is_taken_and_what_to_do() throws IOException {
    assertThatThrownBy(() -> PostgresServer.start(home))
        .isInstanceOfSatisfying(
            DatabaseUnavailable.class,
            refusal -> assertThat(refusal.action()).contains("winnow.home"))
        .hasMessageContaining(postgres.folder().toString());
    assertThat(setting(postgres, "fsync")).isEqualTo("on");
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  private static String setting(PostgresServer postgres, String name) {
    return jdbc(postgres).sql("SELECT current_setting(?)").param(name).query(String.class).single();
  }

  private static JdbcClient jdbc(PostgresServer postgres) {
    return JdbcClient.create(
        new DriverManagerDataSource(postgres.url(), postgres.user(), postgres.password()));
  }
}
