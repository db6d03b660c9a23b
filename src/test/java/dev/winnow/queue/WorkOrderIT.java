package dev.winnow.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which work is next, and for how long. */
class WorkOrderIT {
  private final Cluster cluster = new Cluster();
  private final List<String> done = new CopyOnWriteArrayList<>();

  @AfterEach
  void stop() {
    cluster.close();
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
}
