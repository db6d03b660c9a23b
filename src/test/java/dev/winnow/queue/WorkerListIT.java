package dev.winnow.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is known of the workers that live. */
class WorkerListIT {
  private final Cluster cluster = new Cluster();

  @AfterEach
  void stop() {
    cluster.close();
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
}
