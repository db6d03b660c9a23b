package dev.winnow.execution;

import dev.winnow.experiment.Attempts;
import dev.winnow.experiment.RunBook;
import dev.winnow.queue.Leases;
import org.springframework.stereotype.Component;

/** Where a worker writes what a trial comes to. */
@Component
record Books(RunBook runs, Attempts attempts, Leases leases) {}
