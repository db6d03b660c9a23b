package dev.winnow.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import dev.winnow.database.EmbeddedDatabase;
import dev.winnow.database.TestDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The two rooms, put together by Spring Boot as in the application. */
class WiringIT {
  private final Path home;

  WiringIT(@TempDir Path home) {
    this.home = home;
  }

  @Test
  void without_a_data_source_work_is_done_on_the_embedded_database() {
    try (var context = start()) {
      assertThat(context.getBean(EmbeddedDatabase.class).folder().toString()).contains("postgres");
      assertThat(context.getBean(DataSource.class)).isInstanceOf(HikariDataSource.class);
      assertThat(context.getBean(MeterRegistry.class).get("winnow.work.running").gauge().value())
          .isZero();
      inTransaction(
          context, () -> context.getBean(WorkQueue.class).enqueue(WorkerPool.CPU, "a", 50));
      assertThat(context.getBean(Handler.class).done.join()).isEqualTo("a");
      await().until(() -> rows(context, "queue_cpu") == 0);
    }
    try (var context = start()) {
      assertThat(context.getBean(Workers.class).list()).hasSize(1);
      assertThat(rows(context, "worker")).as("the first process's row is kept").isEqualTo(2);
    }
  }

  @Test
  void a_worker_looks_at_once_for_work_of_its_own_process() {
    TestDatabase database = TestDatabase.fresh();
    try (var context = start(configured(database, "--winnow.worker.poll=1h"))) {
      inTransaction(
          context, () -> context.getBean(WorkQueue.class).enqueue(WorkerPool.CPU, "a", 50));
      assertThat(context.getBean(Handler.class).done.join()).isEqualTo("a");
    }
  }

  @Test
  void a_configured_data_source_is_used_and_the_metrics_tell_what_waits() {
    TestDatabase database = TestDatabase.fresh();
    try (var context = start(configured(database, "--winnow.role=api"))) {
      context.getBean(WorkQueue.class).enqueue(WorkerPool.GPU, "a", 50);
      assertThat(context.getBeansOfType(EmbeddedDatabase.class)).isEmpty();
      assertThat(context.getBeansOfType(WorkerProcess.class)).isEmpty();
      assertThat(gauge(context, "winnow.queue.depth", "gpu")).isEqualTo(1);
      assertThat(gauge(context, "winnow.queue.depth", "cpu")).isZero();
    }
  }

  @Test
  void enqueuing_joins_a_transaction_of_jpa() {
    TestDatabase database = TestDatabase.fresh();
    try (var context = start(configured(database, "--winnow.role=api"))) {
      var transactions = new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
      transactions.executeWithoutResult(
          status -> {
            context.getBean(WorkQueue.class).enqueue(WorkerPool.CPU, "a", 50);
            status.setRollbackOnly();
          });
      assertThat(rows(context, "queue_cpu")).isZero();
    }
  }

  @Test
  void wrong_settings_are_refused_by_name() {
    TestDatabase database = TestDatabase.fresh();
    assertThatThrownBy(() -> start(configured(database, "--winnow.role=boss")))
        .hasStackTraceContaining("winnow.role must be one of all, api, worker, is boss");
    assertThatThrownBy(() -> start(configured(database, "--winnow.worker.slots=-1")))
        .hasStackTraceContaining("winnow.worker")
        .hasStackTraceContaining("slots");
    assertThatThrownBy(() -> start("--winnow.role=worker"))
        .hasStackTraceContaining("winnow.role=worker needs the database");
  }

  private String[] configured(TestDatabase database, String... more) {
    List<String> arguments = new ArrayList<>(List.of(more));
    arguments.add("--spring.datasource.url=" + database.url());
    arguments.add("--spring.datasource.username=" + database.user());
    arguments.add("--spring.datasource.password=" + database.password());
    return arguments.toArray(String[]::new);
  }

  private ConfigurableApplicationContext start(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add("--winnow.home=" + home);
    return new SpringApplicationBuilder(Rooms.class)
        .web(WebApplicationType.NONE)
        .properties("winnow.worker.poll=50ms")
        .run(all.toArray(String[]::new));
  }

  private static void inTransaction(ConfigurableApplicationContext context, Runnable action) {
    new TransactionTemplate(context.getBean(PlatformTransactionManager.class))
        .executeWithoutResult(status -> action.run());
  }

  private static long rows(ConfigurableApplicationContext context, String table) {
    return context
        .getBean(JdbcClient.class)
        .sql("SELECT count(*) FROM " + table)
        .query(Long.class)
        .single();
  }

  private static double gauge(ConfigurableApplicationContext context, String name, String pool) {
    return context.getBean(MeterRegistry.class).get(name).tag("pool", pool).gauge().value();
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  @ComponentScan({"dev.winnow.queue", "dev.winnow.database"})
  static class Rooms {
    @Bean
    Handler handler() {
      return new Handler();
    }
  }

  static final class Handler implements WorkHandler {
    final CompletableFuture<String> done = Cluster.promise();

    @Override
    public boolean work(Lease lease, Slice slice) {
      return done.complete(lease.workId());
    }
  }
}
