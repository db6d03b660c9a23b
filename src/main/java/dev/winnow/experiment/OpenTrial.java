package dev.winnow.experiment;

import dev.winnow.queue.Lease;

/**
 * A trial in a worker's hands.
 *
 * @param lease what proves that it is; every write is fenced by it
 * @param number from 1, within its experiment
 */
public record OpenTrial(
    Lease lease,
    long id,
    long experiment,
    int number,
    long seed,
    ExperimentDefinition definition) {}
