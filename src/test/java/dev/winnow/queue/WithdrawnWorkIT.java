package dev.winnow.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Work that is withdrawn while somebody holds it. */
class WithdrawnWorkIT {
  private final Cluster cluster = new Cluster();

  @AfterEach
  void stop() {
    cluster.close();
  }

  @Test
  void work_withdrawn_while_it_runs_is_stopped_and_can_store_nothing_more() {
    CountDownLatch killed = new CountDownLatch(1);
    CompletableFuture<Lease> held = Cluster.promise();
    AtomicBoolean over = new AtomicBoolean();
    cluster.enqueue("a");
    WorkerProcess worker =
        cluster.start(
            Cluster.slots(1),
            (lease, slice) -> {
              slice.onRevoked(killed::countDown);
              held.complete(lease);
              killed.await();
              over.set(slice.over());
              throw new IllegalStateException("the child was killed");
            });
    held.join();
    assertThat(cluster.leases.held(held.join())).isTrue();
    assertThat(cluster.fenceHolds(held.join())).isTrue();

    cluster.queue.withdraw("a");

    assertThat(cluster.fenceHolds(held.join())).isFalse();
    assertThat(cluster.leases.held(held.join())).isFalse();
    await().until(() -> worker.runningWork() == 0);
    assertThat(over).isTrue();
    assertThat(cluster.rows()).isZero();
  }

  @Test
  void work_that_is_withdrawn_and_enqueued_again_survives_the_end_of_its_first_holder() {
    CountDownLatch goOn = new CountDownLatch(1);
    List<Lease> leases = new CopyOnWriteArrayList<>();
    cluster.enqueue("a");
    WorkerProcess worker =
        cluster.start(
            Cluster.slots(2),
            (lease, slice) -> {
              leases.add(lease);
              if (leases.size() == 1) {
                goOn.await();
                return true;
              }
              await().until(slice::over);
              return false;
            });
    await().until(() -> leases.size() == 1);
    cluster.queue.withdraw("a");
    cluster.enqueue("a");
    await().until(() -> leases.size() == 2);
    goOn.countDown();
    await().until(() -> worker.runningWork() == 1);
    assertThat(cluster.leases.held(leases.get(1))).isTrue();
    worker.stop();

    assertThat(cluster.rows()).isEqualTo(1);
  }
}
