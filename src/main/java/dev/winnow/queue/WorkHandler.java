package dev.winnow.queue;

/** Does the work; there is one of it, and it is called from several threads at once. */
public interface WorkHandler {
  /**
   * Works until the work is finished or the slice is over. What it throws is logged, {@link
   * WorkRefused} in one line, and counted ({@link Slice#failures}), and the work waits for another
   * attempt, longer each time: what has failed for good it must say by returning true.
   *
   * @return true if the work is finished, false if it is to go on in a later slice, behind other
   *     work of the same priority
   */
  boolean work(Lease lease, Slice slice) throws Exception;

  /** What it computes on, for people to read; stands in the worker's record. */
  default String device() {
    return "cpu";
  }
}
