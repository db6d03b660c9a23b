package dev.winnow.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class QueuePropertiesTest {
  @Test
  void a_worker_serves_the_cpu_pool_with_a_slot_for_each_core_unless_told_otherwise() {
    QueueProperties properties = bind(Map.of());
    assertThat(properties.pools()).containsExactly(WorkerPool.CPU);
    assertThat(properties.slots(WorkerPool.CPU))
        .isEqualTo(Runtime.getRuntime().availableProcessors());
  }

  @Test
  void pools_share_the_slots_evenly_and_the_first_gets_what_is_left_over() {
    QueueProperties properties =
        bind(Map.of("winnow.worker.pools", "gpu,cpu,gpu", "winnow.worker.slots", "5"));
    assertThat(properties.slots(WorkerPool.GPU)).isEqualTo(3);
    assertThat(properties.slots(WorkerPool.CPU)).isEqualTo(2);
  }

  @Test
  void each_pool_gets_at_least_one_slot() {
    QueueProperties properties =
        bind(Map.of("winnow.worker.pools", "cpu,gpu", "winnow.worker.slots", "1"));
    assertThat(properties.slots(WorkerPool.GPU)).isEqualTo(1);
  }

  private static QueueProperties bind(Map<String, String> values) {
    return new Binder(new MapConfigurationPropertySource(values))
        .bindOrCreate("winnow.worker", QueueProperties.class);
  }
}
