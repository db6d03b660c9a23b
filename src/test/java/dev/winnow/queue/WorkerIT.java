package dev.winnow.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkerIT {
  private final Cluster cluster = new Cluster();
  private final List<String> done = new CopyOnWriteArrayList<>();

  @AfterEach
  void stop() {
    cluster.close();
  }

  @Test
  void finished_work_is_done_once_and_leaves_the_queue() {
    cluster.enqueue("a", "b");
    cluster.start(Cluster.slots(2), (lease, slice) -> done.add(lease.workId()));
    await().until(() -> cluster.rows() == 0);
    assertThat(done).containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void higher_priority_goes_first_and_equals_in_the_order_they_came() {
    cluster.queue.enqueue(WorkerPool.CPU, "low", 10);
    cluster.enqueue("first", "second");
    cluster.queue.enqueue(WorkerPool.CPU, "high", 90);
    cluster.start(Cluster.slots(1), (lease, slice) -> done.add(lease.workId()));
    await().until(() -> cluster.rows() == 0);
    assertThat(done).containsExactly("high", "first", "second", "low");
  }

  @Test
  void works_of_equal_priority_take_turns() {
    cluster.enqueue("a", "b", "c");
    cluster.start(
        Cluster.slots(1),
        (lease, slice) -> {
          done.add(lease.workId());
          return lease.epoch() == 3;
        });
    await().until(() -> cluster.rows() == 0);
    assertThat(done).containsExactly("a", "b", "c", "a", "b", "c", "a", "b", "c");
  }

  @Test
  void a_slice_is_over_when_its_time_is_up_and_other_work_waits() {
    AtomicBoolean wentOn = new AtomicBoolean();
    cluster.enqueue("a");
    cluster.start(
        Cluster.slots(1, Duration.ofMillis(100)),
        (lease, slice) -> {
          if (lease.workId().equals("a") && lease.epoch() == 1) {
            await().during(Duration.ofMillis(500)).until(() -> !slice.over());
            wentOn.set(true);
            cluster.queue.enqueue(WorkerPool.CPU, "of lower priority", 49);
            await().during(Duration.ofMillis(300)).until(() -> !slice.over());
            cluster.enqueue("b");
            await().until(slice::over);
            return false;
          }
          return done.add(lease.workId());
        });
    await().until(() -> cluster.rows() == 0);
    assertThat(wentOn).isTrue();
    assertThat(done).containsExactly("b", "a", "of lower priority");
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

  @Test
  void work_enqueued_again_while_it_runs_is_looked_at_once_more() {
    AtomicInteger slices = new AtomicInteger();
    cluster.enqueue("a");
    cluster.start(
        Cluster.slots(1),
        (lease, slice) -> {
          if (slices.incrementAndGet() == 1) {
            cluster.enqueue("a");
          }
          return true;
        });
    await().until(() -> cluster.rows() == 0);
    assertThat(slices).hasValue(2);
  }

  @Test
  void a_failed_attempt_is_counted_and_tried_again_later() {
    Map<Long, Integer> failures = new ConcurrentHashMap<>();
    cluster.enqueue("a");
    cluster.start(
        Cluster.slots(1),
        (lease, slice) -> {
          failures.put(lease.epoch(), slice.failures());
          if (lease.epoch() == 1) {
            throw new IllegalStateException("the first attempt fails in this test");
          }
          return lease.epoch() == 3;
        });
    await().until(() -> cluster.rows() == 0);
    // The second attempt ends well, which forgives the first.
    assertThat(failures).isEqualTo(Map.of(1L, 0, 2L, 1, 3L, 0));
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

  @Test
  void the_list_of_workers_says_what_each_does() {
    CountDownLatch goOn = new CountDownLatch(1);
    cluster.enqueue("a");
    WorkerProcess worker =
        cluster.start(
            Cluster.slots(3),
            (lease, slice) -> {
              cluster.leases.describe(lease, "{\"round\": 2}");
              goOn.await();
              return true;
            });
    await().until(() -> describedWork() == 1);

    WorkerRecord record = cluster.workers.list().get(0);
    assertThat(record.id()).isEqualTo(worker.id());
    assertThat(record.pid()).isEqualTo(ProcessHandle.current().pid());
    assertThat(record.pools()).containsExactly(WorkerPool.CPU);
    assertThat(record.slots()).isEqualTo(3);
    assertThat(record.state()).isEqualTo(WorkerState.ACTIVE);
    assertThat(record.leases().get(0).workId()).isEqualTo("a");
    assertThat(record.leases().get(0).activity()).contains("{\"round\": 2}");

    goOn.countDown();
    await().until(() -> cluster.workers.list().get(0).leases().isEmpty());
  }

  @Test
  void heartbeats_go_on_while_the_worker_lives() {
    cluster.start(Cluster.slots(1), (lease, slice) -> true);
    var first = cluster.workers.list().get(0).heartbeatAt();
    await().until(() -> cluster.workers.list().get(0).heartbeatAt().isAfter(first));
  }

  private long describedWork() {
    return cluster.workers.list().stream()
        .flatMap(worker -> worker.leases().stream())
        .filter(lease -> lease.activity().isPresent())
        .count();
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
