package dev.winnow.queue;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.winnow.database.EmbeddedDatabase;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.info.BuildProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** The worker in this process, with connections of its own: requests must not starve heartbeats. */
@Configuration(proxyBeanMethods = false)
@Conditional(ServesWork.class)
class WorkerConfiguration {
  private static final int CONNECTIONS = 8;
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  // As for the application's own connections, and no lock is waited for long.
  private static final String SESSION =
      """
      SET lock_timeout = '5s'; SET idle_in_transaction_session_timeout = '30s';
      SET tcp_keepalives_idle = 20; SET tcp_keepalives_interval = 5; SET tcp_keepalives_count = 3
      """;

  // Not a default candidate, so that it neither replaces nor disputes the application's own.
  @Bean(defaultCandidate = false)
  @Qualifier("worker")
  HikariDataSource workerDataSource(JdbcConnectionDetails details) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("worker");
    config.setJdbcUrl(details.getJdbcUrl());
    config.setUsername(details.getUsername());
    config.setPassword(details.getPassword());
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(1);
    // Neither a database that has silently gone away nor a lock may hold the heartbeats up.
    config.setConnectionTimeout(PATIENCE.toMillis());
    config.addDataSourceProperty("connectTimeout", Long.toString(PATIENCE.toSeconds()));
    config.addDataSourceProperty("socketTimeout", Long.toString(2 * PATIENCE.toSeconds()));
    config.setConnectionInitSql(SESSION);
    config.addDataSourceProperty("tcpKeepAlive", "true");
    config.addDataSourceProperty("ApplicationName", "winnow-worker");
    return new HikariDataSource(config);
  }

  @Bean
  WorkerProcess workerProcess(
      @Qualifier("worker") HikariDataSource data,
      QueueProperties properties,
      WorkHandler handler,
      ObjectProvider<BuildProperties> build,
      Optional<EmbeddedDatabase> embedded) {
    String version = build.stream().map(BuildProperties::getVersion).findFirst().orElse("unknown");
    return new WorkerProcess(data, properties, handler, version, embedded);
  }

  @Bean
  MeterBinder workRunning(WorkerProcess worker) {
    return registry ->
        Gauge.builder("winnow.work.running", worker, WorkerProcess::runningWork)
            .description("Work that this process does just now")
            .register(registry);
  }
}
