package dev.winnow.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who is next when several owners have work. */
class FairSchedulingIT {
  private final Cluster cluster = new Cluster();
  private final List<String> slices = new CopyOnWriteArrayList<>();
  private final List<String> running = new CopyOnWriteArrayList<>();

  @AfterEach
  void stop() {
    cluster.close();
  }

  private static String owner(String work) {
    return work.substring(0, work.indexOf('-'));
  }

  private List<String> owners() {
    return slices.stream().map(FairSchedulingIT::owner).toList();
  }

  @Test
  void slices_rotate_between_owners_however_much_work_each_has() {
    cluster.enqueueFor("a", 5, 50);
    cluster.enqueueFor("b", 1, 50);
    cluster.start(
        Cluster.slots(1),
        (lease, slice) -> {
          slices.add(lease.workId());
          return slices.size() > 8;
        });
    await().until(() -> cluster.rows() == 0);
    assertThat(owners().subList(0, 8)).containsExactly("a", "b", "a", "b", "a", "b", "a", "b");
    assertThat(slices.stream().filter(work -> work.startsWith("a")).limit(4))
        .as("an owner's works take turns too")
        .containsExactly("a-1", "a-2", "a-3", "a-4");
  }

  @Test
  void many_short_works_of_one_owner_do_not_keep_another_waiting() {
    cluster.enqueueFor("a", 6, 50);
    cluster.enqueueFor("b", 2, 50);
    cluster.start(Cluster.slots(1), (lease, slice) -> slices.add(lease.workId()));
    await().until(() -> cluster.rows() == 0);
    assertThat(owners()).containsExactly("a", "b", "a", "b", "a", "a", "a", "a");
  }

  @Test
  void slots_are_shared_between_owners() {
    CountDownLatch goOn = new CountDownLatch(1);
    cluster.enqueueFor("a", 6, 50);
    cluster.enqueueFor("b", 6, 50);
    cluster.start(
        Cluster.slots(4),
        (lease, slice) -> {
          slices.add(lease.workId());
          goOn.await();
          return true;
        });
    await().until(() -> slices.size() == 4);
    assertThat(slices).containsExactlyInAnyOrder("a-1", "a-2", "b-1", "b-2");
    goOn.countDown();
    await().until(() -> cluster.rows() == 0);
  }

  @Test
  void a_higher_priority_goes_before_any_rotation() {
    cluster.enqueueFor("a", 2, 50);
    cluster.enqueueFor("b", 3, 100);
    cluster.enqueueFor("c", 1, 0);
    cluster.start(Cluster.slots(1), (lease, slice) -> slices.add(lease.workId()));
    await().until(() -> cluster.rows() == 0);
    assertThat(slices).containsExactly("b-1", "b-2", "b-3", "a-1", "a-2", "c-1");
  }

  @Test
  void of_one_owner_only_so_many_are_admitted_and_the_next_when_one_is_done() {
    cluster.enqueueFor("a", 5, 50);
    cluster.enqueueFor("b", 1, 50);
    List<Long> most = new CopyOnWriteArrayList<>();
    for (int worker = 0; worker < 2; worker++) {
      cluster.start(
          Cluster.admitting(2, 3),
          (lease, slice) -> {
            running.add(lease.workId());
            most.add(running.stream().filter(work -> work.startsWith("a")).count());
            slices.add(lease.workId());
            Thread.sleep(20);
            running.remove(lease.workId());
            return lease.epoch() == 3;
          });
    }
    await().until(() -> cluster.rows() == 0);
    assertThat(most).allMatch(count -> count <= 2);
    assertThat(slices).hasSize(18);
    List<String> ofA = slices.stream().filter(work -> work.startsWith("a")).toList();
    assertThat(ofA.subList(0, 3))
        .as("until three slices of one of them")
        .containsOnly("a-1", "a-2");
    List<String> begun = new ArrayList<>(ofA.stream().distinct().toList());
    assertThat(begun).containsExactlyInAnyOrder("a-1", "a-2", "a-3", "a-4", "a-5");
    assertThat(begun.get(4)).isEqualTo("a-5");
  }

  @Test
  void a_worker_of_another_signature_leaves_the_work_to_those_that_have_it() {
    cluster.enqueue("a");
    List<Long> foreign = new CopyOnWriteArrayList<>();
    cluster.start(
        Cluster.slots(1),
        (lease, slice) -> {
          foreign.add(lease.epoch());
          cluster.leases.sign(lease, "theirs", Optional.of("ours"));
          return false;
        });
    await().until(() -> cluster.queue.depth(WorkerPool.CPU) == 1 && foreign.size() == 1);
    await()
        .during(Duration.ofMillis(600))
        .until(() -> foreign.size() == 1 && cluster.queue.depth(WorkerPool.CPU) == 1);

    cluster.start(Cluster.slots(1), (lease, slice) -> slices.add(lease.workId()));
    await().until(() -> cluster.rows() == 0);
    assertThat(Stream.concat(foreign.stream(), slices.stream())).containsExactly(1L, "a");
  }
}
