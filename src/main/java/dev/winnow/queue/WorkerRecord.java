package dev.winnow.queue;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A process that works.
 *
 * @param device what it computes on, for people to read
 * @param slots how many pieces of work it does side by side
 * @param java version of its Java
 * @param signatures the numeric signatures that it was found to have
 * @param leases the work that it holds
 */
public record WorkerRecord(
    UUID id,
    String host,
    long pid,
    List<WorkerPool> pools,
    String device,
    int slots,
    String version,
    String java,
    List<String> signatures,
    Instant startedAt,
    Instant heartbeatAt,
    WorkerState state,
    List<HeldLease> leases) {
  public WorkerRecord {
    pools = List.copyOf(pools);
    signatures = List.copyOf(signatures);
    leases = List.copyOf(leases);
  }
}
