package dev.winnow.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A worker that is to take no more work. */
class DrainIT {
  private final Cluster cluster = new Cluster();

  @AfterEach
  void stop() {
    cluster.close();
  }

  @Test
  void a_draining_worker_hands_its_work_back_and_takes_none_until_it_is_resumed() {
    AtomicInteger slices = new AtomicInteger();
    cluster.enqueue("a", "b");
    WorkerProcess worker =
        cluster.start(
            Cluster.slots(1),
            (lease, slice) -> {
              slices.incrementAndGet();
              await().until(slice::over);
              return false;
            });
    await().until(() -> worker.runningWork() == 1);
    assertThat(cluster.workers.drain(worker.id())).isTrue();
    assertThat(cluster.workers.drain(worker.id())).as("asked for again").isTrue();
    await().until(() -> state() == WorkerState.DRAINED);
    assertThat(cluster.queue.depth(WorkerPool.CPU)).isEqualTo(2);
    int before = slices.get();
    await().during(Duration.ofMillis(500)).until(() -> slices.get() == before);

    assertThat(cluster.workers.resume(worker.id())).isTrue();
    await().until(() -> slices.get() > before);
    assertThat(state()).isEqualTo(WorkerState.ACTIVE);
  }

  @Test
  void there_is_no_draining_a_worker_that_is_not_there() {
    assertThat(cluster.workers.drain(UUID.randomUUID())).isFalse();
    assertThat(cluster.workers.resume(UUID.randomUUID())).isFalse();
  }

  private WorkerState state() {
    return cluster.workers.list().get(0).state();
  }
}
