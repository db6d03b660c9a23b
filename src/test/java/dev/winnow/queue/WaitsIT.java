package dev.winnow.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.winnow.queue.Wait.WaitReason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What work waits for, and that it waits for as long as it takes. */
class WaitsIT {
  private final Cluster cluster = new Cluster();
  private final Waits waits = new JdbcWaits(cluster.database.jdbc(), Duration.ofSeconds(30));

  @AfterEach
  void stop() {
    cluster.close();
  }

  private Wait waiting(String work) {
    return Objects.requireNonNull(waits.of(List.of(work)).get(work), work);
  }

  @Test
  void
      work_for_a_gpu_that_has_waited_for_30_days_among_cpu_workers_is_still_done_by_a_gpu_worker() {
    cluster.queue.enqueue(WorkerPool.GPU, "old", 50);
    cluster
        .database
        .jdbc()
        .sql(
            """
            UPDATE queue_gpu SET execution_time = execution_time - interval '30 days',
              enqueued_at = enqueued_at - interval '30 days'
            """)
        .update();
    cluster.enqueue("other");
    cluster.start(Cluster.mortal(), (lease, slice) -> true);
    await().until(() -> cluster.rows() == 0);
    // Longer than all regular duties of this worker take together.
    await().during(Duration.ofSeconds(3)).until(() -> cluster.queue.depth(WorkerPool.GPU) == 1);
    Wait wait = waiting("old");
    assertThat(wait.reason()).isEqualTo(WaitReason.WORKER);
    assertThat(wait.why()).contains("a worker of pool gpu");
    assertThat(wait.since()).isBefore(Instant.now().minus(Duration.ofDays(29)));

    cluster.start(Cluster.serving(WorkerPool.GPU), (lease, slice) -> true);
    await().until(() -> cluster.queue.depth(WorkerPool.GPU) == 0);
  }

  @Test
  void work_behind_other_work_waits_for_its_turn() {
    CountDownLatch goOn = new CountDownLatch(1);
    cluster.enqueue("first", "second");
    cluster.start(
        Cluster.slots(1),
        (lease, slice) -> {
          goOn.await();
          return true;
        });
    await().until(() -> cluster.queue.depth(WorkerPool.CPU) == 1);
    assertThat(waiting("second").reason()).isEqualTo(WaitReason.TURN);
    assertThat(waits.of(List.of("first"))).as("work in a worker's hands").isEmpty();
    goOn.countDown();
  }

  @Test
  void work_that_failed_says_until_when_it_waits() {
    cluster.enqueue("a");
    cluster.start(
        Cluster.slots(1),
        (lease, slice) -> {
          throw new IllegalStateException("every attempt fails in this test");
        });
    await().until(() -> waits.of(List.of("a")).containsKey("a"));
    Wait wait = waiting("a");
    assertThat(wait.reason()).isEqualTo(WaitReason.BACKOFF);
    assertThat(wait.until()).isAfter(wait.since());
  }

  @Test
  void work_that_began_elsewhere_waits_for_a_worker_of_its_signature_until_it_is_released() {
    AtomicInteger claims = new AtomicInteger();
    cluster.enqueue("a");
    cluster.start(
        Cluster.slots(1),
        (lease, slice) -> {
          cluster.leases.sign(lease, "theirs", Optional.of("ours"));
          claims.incrementAndGet();
          return claims.get() == 2;
        });
    await().until(() -> reasons("a").contains(WaitReason.SIGNATURE));
    assertThat(waiting("a").why()).contains("ours");
    assertThat(cluster.workers.list().get(0).signatures()).containsExactly("theirs");
    assertThat(claims).hasValue(1);
    cluster.queue.enqueue(WorkerPool.CPU, "a", 50);
    await().until(() -> cluster.rows() == 0);
    assertThat(claims).hasValue(2);
  }

  private List<WaitReason> reasons(String work) {
    return waits.of(List.of(work)).values().stream().map(Wait::reason).toList();
  }

  @Test
  void the_list_has_higher_priorities_first_and_then_longer_waits() {
    cluster.queue.enqueue(WorkerPool.CPU, "low", 10);
    cluster.queue.enqueue(WorkerPool.CPU, "first", 50);
    cluster.queue.enqueue(WorkerPool.GPU, "second", 50);
    cluster.queue.enqueue(WorkerPool.CPU, "high", 90);
    assertThat(waits.list(3))
        .extracting(WaitingWork::id)
        .containsExactly("high", "first", "second");
  }
}
