package dev.winnow.queue;

import java.util.UUID;

/**
 * A worker's right to write results for a piece of work, until it is lost.
 *
 * @param epoch grows whenever the work changes hands, so that an old lease is never taken for a new
 *     one
 */
public record Lease(String workId, long epoch, UUID worker) {}
