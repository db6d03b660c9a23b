package dev.winnow.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class WorkQueueIT {
  private final Cluster cluster = new Cluster();
  private final WorkQueue queue = cluster.queue;

  @Test
  void work_is_enqueued_with_the_callers_transaction_or_not_at_all() {
    cluster
        .database
        .transactions()
        .executeWithoutResult(
            status -> {
              queue.enqueue(WorkerPool.CPU, "a", 50);
              status.setRollbackOnly();
            });
    assertThat(queue.depth(WorkerPool.CPU)).isZero();

    cluster
        .database
        .transactions()
        .executeWithoutResult(status -> queue.enqueue(WorkerPool.CPU, "a", 50));
    assertThat(queue.depth(WorkerPool.CPU)).isEqualTo(1);
  }

  @Test
  void a_withdrawal_is_undone_with_the_callers_transaction() {
    cluster.enqueue("a");
    cluster
        .database
        .transactions()
        .executeWithoutResult(
            status -> {
              queue.withdraw("a");
              status.setRollbackOnly();
            });
    assertThat(queue.depth(WorkerPool.CPU)).isEqualTo(1);
  }

  @Test
  void enqueuing_again_keeps_one_row_and_lets_the_transaction_live() {
    cluster
        .database
        .transactions()
        .executeWithoutResult(
            status -> {
              queue.enqueue(WorkerPool.CPU, "a", 50);
              queue.enqueue(WorkerPool.CPU, "a", 70);
            });
    assertThat(
            cluster
                .database
                .jdbc()
                .sql("SELECT priority FROM queue_cpu")
                .query(Integer.class)
                .list())
        .containsExactly(70);
  }

  @Test
  void pools_are_queues_of_their_own() {
    queue.enqueue(WorkerPool.CPU, "a", 50);
    queue.enqueue(WorkerPool.GPU, "b", 50);
    queue.enqueue(WorkerPool.GPU, "c", 50);
    assertThat(queue.depth(WorkerPool.CPU)).isEqualTo(1);
    assertThat(queue.depth(WorkerPool.GPU)).isEqualTo(2);
  }

  @Test
  void withdrawn_work_waits_in_no_pool() {
    queue.enqueue(WorkerPool.GPU, "a", 50);
    queue.withdraw("a");
    queue.withdraw("never there");
    assertThat(queue.depth(WorkerPool.GPU)).isZero();
  }

  @Test
  void a_priority_that_is_out_of_range_is_refused_by_name_and_value() {
    assertThatThrownBy(() -> queue.enqueue(WorkerPool.CPU, "a", 101))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("priority must be from 0 to 100, is 101");
  }
}
