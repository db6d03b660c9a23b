package dev.winnow.queue;

import java.time.Instant;
import java.util.Optional;

/**
 * Work that a worker holds.
 *
 * @param activity what the holder does just now, as the JSON that it gave to {@link
 *     Leases#describe}
 */
public record HeldLease(String workId, Optional<String> activity, Instant claimedAt) {}
