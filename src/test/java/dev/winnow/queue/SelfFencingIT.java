package dev.winnow.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A worker that cannot reach the database, and does not know what the others do. */
class SelfFencingIT {
  private final Cluster cluster = new Cluster();
  private final CutOff cable = new CutOff(cluster.database.dataSource());

  @AfterEach
  void stop() {
    cable.cut(false);
    cluster.close();
  }

  @Test
  void it_stops_its_work_before_another_can_take_it() {
    CompletableFuture<Long> stopped = Cluster.promise();
    CompletableFuture<Long> taken = Cluster.promise();
    CountDownLatch begun = new CountDownLatch(1);
    cluster.enqueue("a");
    cluster.start(
        cable,
        Cluster.slots(1),
        (lease, slice) -> {
          slice.onRevoked(() -> stopped.complete(System.nanoTime()));
          begun.countDown();
          stopped.join();
          throw new IllegalStateException("the child was killed");
        },
        Optional.empty());
    await().until(() -> begun.getCount() == 0);
    cable.cut(true);
    cluster.start(Cluster.slots(1), (lease, slice) -> taken.complete(System.nanoTime()));
    assertThat(stopped.join()).isLessThan(taken.join());
  }

  @Test
  void after_a_short_outage_it_hands_the_work_back_and_nothing_is_counted() {
    CountDownLatch stopped = new CountDownLatch(1);
    List<Integer> failures = new CopyOnWriteArrayList<>();
    cluster.enqueue("a");
    cluster.start(
        cable,
        Cluster.slots(1),
        (lease, slice) -> {
          failures.add(slice.failures());
          if (failures.size() == 1) {
            cable.cut(true);
            slice.onRevoked(stopped::countDown);
            stopped.await();
            throw new IllegalStateException("the child was killed");
          }
          return true;
        },
        Optional.empty());
    await().until(() -> stopped.getCount() == 0);
    cable.cut(false);
    await().until(() -> cluster.rows() == 0);
    assertThat(failures).containsExactly(0, 0);
  }
}
