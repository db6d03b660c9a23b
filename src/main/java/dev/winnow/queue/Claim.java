package dev.winnow.queue;

import java.time.OffsetDateTime;

/**
 * Work that this worker has just been given.
 *
 * @param version the queue row's, which changes whenever the work changes hands
 * @param due the queue row's time, which changes when the work is enqueued again meanwhile
 * @param failures how many attempts in a row have failed before
 */
record Claim(WorkerPool pool, Lease lease, long version, OffsetDateTime due, int failures) {}
