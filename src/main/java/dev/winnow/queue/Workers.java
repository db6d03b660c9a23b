package dev.winnow.queue;

import java.util.List;
import java.util.UUID;

/** The processes that do the work. */
public interface Workers {
  /** Those that run or ended without saying so within the last day, in the order they started. */
  List<WorkerRecord> list();

  /**
   * Has a worker take no more work; what it has, it hands back at the next good place. Nothing
   * changes for one that is draining already.
   *
   * @return false if there is no such worker, or it has stopped
   */
  boolean drain(UUID worker);

  /**
   * Has a worker take work again.
   *
   * @return false if there is no such worker, or it has stopped
   */
  boolean resume(UUID worker);
}
