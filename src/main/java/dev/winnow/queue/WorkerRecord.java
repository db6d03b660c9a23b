package dev.winnow.queue;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A process that works.
 *
 * @param device what it computes on, for people to read
 * @param slots how many pieces of work it does side by side
 * @param alive whether its last heartbeat is recent
 * @param leases the work that it holds
 */
public record WorkerRecord(
    UUID id,
    String host,
    long pid,
    List<Pool> pools,
    String device,
    int slots,
    String version,
    Instant startedAt,
    Instant heartbeatAt,
    boolean alive,
    List<HeldLease> leases) {
  public WorkerRecord {
    pools = List.copyOf(pools);
    leases = List.copyOf(leases);
  }
}
