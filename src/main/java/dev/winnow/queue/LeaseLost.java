package dev.winnow.queue;

/** The work was withdrawn or given to another worker; nothing that its former holder did counts. */
public final class LeaseLost extends RuntimeException {
  public LeaseLost(Lease lease) {
    super(
        "work %s is no longer held by worker %s under epoch %d"
            .formatted(lease.workId(), lease.worker(), lease.epoch()));
  }
}
