package dev.winnow.queue;

import java.util.Optional;

/** Work that waits for a worker or is held by one. */
public interface WorkQueue {
  /**
   * Has the work done, once the caller's transaction commits. Work that is already there takes the
   * new owner, priority and signature; if a worker has it just now, it is looked at once more after
   * that.
   */
  void enqueue(Work work);

  /** Work that is its own owner and may go on with any numeric signature. */
  default void enqueue(WorkerPool pool, String workId, int priority) {
    enqueue(new Work(pool, workId, workId, priority, Optional.empty()));
  }

  /**
   * Takes the work out of the queue and away from its worker: once the caller's transaction
   * commits, no result of it is accepted any more, and the worker stops within seconds. Nothing
   * happens to work that is not there.
   *
   * <p>Locks the work's rows until the transaction ends. Whoever also locks rows of their own does
   * so before, here and with {@link Leases#fence}.
   */
  void withdraw(String workId);

  /** How much work waits, not counting what workers hold. */
  long depth(WorkerPool pool);
}
