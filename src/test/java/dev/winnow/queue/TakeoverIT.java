package dev.winnow.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TakeoverIT {
  private final Cluster cluster = new Cluster();

  @AfterEach
  void stop() {
    cluster.close();
  }

  @Test
  void a_dead_workers_work_goes_to_another_and_its_return_changes_nothing() {
    CutOff cable = new CutOff(cluster.database.dataSource());
    CompletableFuture<Lease> zombie = Cluster.promise();
    CompletableFuture<Lease> heir = Cluster.promise();
    AtomicInteger failures = new AtomicInteger();
    CountDownLatch returns = new CountDownLatch(1);
    CountDownLatch killed = new CountDownLatch(1);
    cluster.enqueue("a");
    WorkerProcess dead =
        cluster.start(
            cable,
            Cluster.mortal(),
            (lease, slice) -> {
              slice.onRevoked(killed::countDown);
              zombie.complete(lease);
              returns.await();
              return true;
            },
            Optional.empty());
    zombie.join();
    cable.cut(true);
    cluster.start(
        Cluster.mortal(),
        (lease, slice) -> {
          failures.set(slice.failures());
          heir.complete(lease);
          await().until(slice::over);
          return false;
        });
    heir.join();

    assertThat(heir.join().epoch()).isGreaterThan(zombie.join().epoch());
    assertThat(failures).hasValue(1);
    assertThat(cluster.fenceHolds(zombie.join())).isFalse();

    cable.cut(false);
    await().until(() -> killed.getCount() == 0);
    returns.countDown();
    await().until(() -> dead.runningWork() == 0);
    assertThat(cluster.rows()).isEqualTo(1);
    assertThat(cluster.fenceHolds(heir.join())).isTrue();
  }

  @Test
  void a_worker_whose_machine_slept_keeps_its_work() {
    CompletableFuture<Lease> held = Cluster.promise();
    cluster.enqueue("a");
    cluster.start(
        Cluster.mortal(),
        (lease, slice) -> {
          held.complete(lease);
          await().until(slice::over);
          return false;
        });
    held.join();
    await()
        .during(Duration.ofSeconds(3))
        .until(
            () -> {
              cluster
                  .database
                  .jdbc()
                  .sql("UPDATE queue_cpu SET last_heartbeat = now() - interval '1 hour'")
                  .update();
              return cluster.leases.held(held.join());
            });
  }

  @Test
  void what_the_previous_process_held_is_void_when_the_database_is_ours_alone() {
    cluster.enqueue("a");
    cluster.database.jdbc().sql("UPDATE queue_cpu SET picked = true, picked_by = 'gone'").update();
    Lease old = new Lease("a", 5, UUID.randomUUID());
    cluster
        .database
        .jdbc()
        .sql("INSERT INTO lease (work_id, epoch, worker) VALUES ('a', 5, ?)")
        .param(old.worker())
        .update();
    CompletableFuture<Lease> claimed = Cluster.promise();
    AtomicInteger failures = new AtomicInteger();

    cluster.start(
        cluster.database.dataSource(),
        Cluster.slots(1),
        (lease, slice) -> {
          failures.set(slice.failures());
          claimed.complete(lease);
          return true;
        },
        Optional.of(() -> Path.of("unused")));

    await().until(() -> cluster.rows() == 0);
    assertThat(claimed.join().epoch()).isGreaterThan(5);
    assertThat(failures).hasValue(1);
    assertThat(cluster.fenceHolds(old)).isFalse();
  }

  @Test
  void two_workers_do_three_hundred_works_once_each() {
    ConcurrentLinkedQueue<String> done = new ConcurrentLinkedQueue<>();
    List<String> works = IntStream.range(0, 300).mapToObj(i -> "work-" + i).toList();
    works.forEach(work -> cluster.enqueue(work));
    for (int worker = 0; worker < 2; worker++) {
      cluster.start(Cluster.slots(4), (lease, slice) -> done.add(lease.workId()));
    }
    await().until(() -> cluster.rows() == 0);
    assertThat(done).containsExactlyInAnyOrderElementsOf(works);
  }
}
