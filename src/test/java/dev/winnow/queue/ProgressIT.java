package dev.winnow.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Work that comes further between failures does not wait longer after each. */
class ProgressIT {
  private final Cluster cluster = new Cluster();

  @AfterEach
  void stop() {
    cluster.close();
  }

  @Test
  void a_failure_after_progress_counts_as_the_first() {
    Map<Long, Integer> failures = new ConcurrentHashMap<>();
    cluster.enqueue("a");
    cluster.start(
        Cluster.slots(1),
        (lease, slice) -> {
          failures.put(lease.epoch(), slice.failures());
          if (lease.epoch() == 2) {
            cluster.leases.progressed(lease);
          }
          if (lease.epoch() < 3) {
            throw new IllegalStateException("two attempts fail in this test");
          }
          return true;
        });
    await().until(() -> cluster.rows() == 0);
    assertThat(failures).isEqualTo(Map.of(1L, 0, 2L, 1, 3L, 1));
  }

  @ParameterizedTest
  @CsvSource({"true, 1, 2", "false, 6, 64"})
  void work_whose_worker_died_after_progress_waits_as_after_a_first_death(
      boolean progressed, int failures, int seconds) {
    cluster.enqueue("a");
    cluster
        .database
        .jdbc()
        .sql("UPDATE queue_cpu SET picked = true, consecutive_failures = 5, version = 7")
        .update();
    Lease dead = new Lease("a", 3, UUID.randomUUID());
    cluster
        .database
        .jdbc()
        .sql("INSERT INTO lease (work_id, epoch, worker) VALUES ('a', 3, ?)")
        .param(dead.worker())
        .update();
    if (progressed) {
      cluster.leases.progressed(dead);
    }
    new WorkReturner(cluster.database.jdbc(), cluster.database.transactions())
        .revive(WorkerPool.CPU, "a", 7, 5);
    assertThat(cluster.leases.held(dead)).isFalse();
    assertThat(
            cluster
                .database
                .jdbc()
                .sql(
                    """
                    SELECT consecutive_failures FROM queue_cpu
                    WHERE NOT picked AND execution_time - clock_timestamp()
                      BETWEEN make_interval(secs => :seconds - 2) AND make_interval(secs => :seconds)
                    """)
                .param("seconds", seconds)
                .query(Integer.class)
                .list())
        .containsExactly(failures);
  }
}
