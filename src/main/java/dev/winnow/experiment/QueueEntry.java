package dev.winnow.experiment;

import dev.winnow.queue.Wait;

/**
 * A trial in no worker's hands.
 *
 * @param experiment its id
 * @param name the experiment's
 * @param trial its number, from 1
 * @param pool the one that it waits in: {@code cpu} or {@code gpu}
 * @param priority from 0 to 100; higher goes first
 * @param waiting what it waits for
 */
public record QueueEntry(
    long experiment, String name, int trial, String pool, int priority, Wait waiting) {}
