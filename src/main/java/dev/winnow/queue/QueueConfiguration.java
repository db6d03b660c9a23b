package dev.winnow.queue;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The queue as every role sees it; it takes part in the application's transactions. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(QueueProperties.class)
class QueueConfiguration {
  @Bean
  WorkQueue workQueue(
      JdbcClient jdbc, PlatformTransactionManager transactions, ApplicationEventPublisher events) {
    return new JdbcWorkQueue(jdbc, new TransactionTemplate(transactions), events);
  }

  @Bean
  Leases leases(JdbcClient jdbc) {
    return new JdbcLeases(jdbc);
  }

  @Bean
  Workers workers(JdbcClient jdbc, QueueProperties properties) {
    return new JdbcWorkers(jdbc, properties.silence());
  }

  @Bean
  Waits waits(JdbcClient jdbc, QueueProperties properties) {
    return new JdbcWaits(jdbc, properties.silence());
  }

  @Bean
  MeterBinder queueDepth(WorkQueue queue) {
    return registry -> {
      for (WorkerPool pool : WorkerPool.values()) {
        Gauge.builder("winnow.queue.depth", queue, it -> it.depth(pool))
            .description("Work that waits for a worker")
            .tag("pool", pool.lowerCaseName())
            .register(registry);
      }
    };
  }
}
