package dev.winnow.execution;

import dev.winnow.experiment.Attempts;
import dev.winnow.queue.Leases;
import dev.winnow.results.Checkpoints;
import dev.winnow.results.RunStore;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** Where a worker writes what a trial comes to, and what it measures of itself. */
@Component
record TrialStores(
    RunStore runs,
    Checkpoints checkpoints,
    Attempts attempts,
    Leases leases,
    MeterRegistry meters) {}
