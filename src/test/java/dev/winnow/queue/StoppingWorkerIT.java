package dev.winnow.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of the work of a worker that stops. */
class StoppingWorkerIT {
  private final Cluster cluster = new Cluster();

  @AfterEach
  void stop() {
    cluster.close();
  }

  @Test
  void a_stopping_worker_ends_its_slices_and_hands_the_work_back() {
    AtomicBoolean begun = new AtomicBoolean();
    cluster.enqueue("a");
    WorkerProcess worker =
        cluster.start(
            Cluster.slots(1),
            (lease, slice) -> {
              begun.set(true);
              await().until(slice::over);
              return false;
            });
    await().untilTrue(begun);
    worker.stop();
    assertThat(cluster.queue.depth(WorkerPool.CPU)).isEqualTo(1);
    assertThat(cluster.workers.list()).isEmpty();
  }

  @Test
  void work_that_does_not_stop_in_time_is_revoked_and_handed_back_all_the_same() {
    CompletableFuture<Lease> held = Cluster.promise();
    AtomicBoolean killed = new AtomicBoolean();
    CountDownLatch never = new CountDownLatch(1);
    cluster.enqueue("a");
    WorkerProcess worker =
        cluster.start(
            Cluster.slots(1),
            (lease, slice) -> {
              slice.onRevoked(() -> killed.set(true));
              held.complete(lease);
              waitDeafly(never);
              return true;
            });
    held.join();
    worker.stop();

    assertThat(killed).isTrue();
    assertThat(cluster.queue.depth(WorkerPool.CPU)).isEqualTo(1);
    assertThat(cluster.fenceHolds(held.join())).isFalse();
    never.countDown();
  }

  private static void waitDeafly(CountDownLatch latch) {
    while (latch.getCount() > 0) {
      try {
        latch.await();
      } catch (InterruptedException e) {
        // This is a handler that does not listen.
      }
    }
  }
}
