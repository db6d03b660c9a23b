package dev.winnow.experiment;

import dev.winnow.definition.ExperimentDefinition;
import dev.winnow.queue.Lease;

/**
 * A trial in a worker's hands.
 *
 * @param lease what proves that it is; every write is fenced by it
 * @param number from 1, within its experiment
 * @param losses workers that were lost with it since there was progress
 */
public record LeasedTrial(
    Lease lease,
    long id,
    long experiment,
    int number,
    long seed,
    int losses,
    ExperimentDefinition definition) {}
