package dev.winnow.queue;

/** The time for which a worker may keep a piece of work before others have their turn. */
public interface Slice {
  /**
   * Whether to stop at the next good place: the time is used up and other work of at least the same
   * priority waits, or the worker is stopping. The time begins with the first question, when all is
   * ready for work.
   */
  boolean over();

  /** Whether the lease is lost, or the worker could not wait any longer. */
  boolean revoked();

  /**
   * Has something done as soon as the lease is found lost, or the worker cannot wait any longer for
   * the slice to end; at once if that has happened already. It runs in another thread and must
   * return quickly: it is meant for ending a child process. Before the first action is there, the
   * thread that called the handler is interrupted instead.
   */
  void onRevoked(Runnable action);

  /** How many attempts in a row have ended by an exception or by the death of their worker. */
  int failures();
}
