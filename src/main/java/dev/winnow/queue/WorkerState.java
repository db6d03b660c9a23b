package dev.winnow.queue;

/** Whether a worker takes work. */
public enum WorkerState {
  /** It takes work. */
  ACTIVE,
  /** It takes no more work and still has some in its hands. */
  DRAINING,
  /** It takes no more work and has none. */
  DRAINED,
  /** It has not said for a while that it is alive. */
  SILENT
}
