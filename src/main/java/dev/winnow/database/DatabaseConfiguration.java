package dev.winnow.database;

import java.io.IOException;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** Starts the embedded PostgreSQL and has the connection pool, migrations and JPA use it. */
@Configuration(proxyBeanMethods = false)
@Conditional(WithoutDataSource.class)
class DatabaseConfiguration {
  @Bean(destroyMethod = "close")
  PostgresServer embeddedDatabase(
      @Value("${winnow.home}") String home, @Value("${winnow.role:all}") String role)
      throws IOException {
    if (role.equals("worker")) {
      throw new DatabaseUnavailable(
          "A process with winnow.role=worker needs the database of its API, and none is"
              + " configured.",
          "Set spring.datasource.url, spring.datasource.username and spring.datasource.password.");
    }
    return PostgresServer.start(Path.of(home).toAbsolutePath());
  }

  @Bean
  JdbcConnectionDetails embeddedDatabaseConnection(PostgresServer postgres) {
    return new JdbcConnectionDetails() {
      @Override
      public String getJdbcUrl() {
        return postgres.url();
      }

      @Override
      public String getUsername() {
        return postgres.user();
      }

      @Override
      public String getPassword() {
        return postgres.password();
      }
    };
  }
}
