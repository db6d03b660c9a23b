package dev.winnow.queue;

/** This worker cannot do the work as it must be done, and another may; neither is at fault. */
public final class WorkRefused extends RuntimeException {
  /**
   * @param reason why, and what can be done about it, as sentences
   */
  public WorkRefused(String reason) {
    super(reason);
  }
}
