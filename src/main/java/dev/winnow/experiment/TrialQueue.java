package dev.winnow.experiment;

import dev.winnow.queue.Work;
import dev.winnow.queue.WorkQueue;
import org.springframework.stereotype.Component;

/** Trials as work for the queue: those of one experiment have one owner. */
@Component
class TrialQueue {
  private final WorkQueue queue;
  private final Definitions definitions;

  TrialQueue(WorkQueue queue, Definitions definitions) {
    this.queue = queue;
    this.definitions = definitions;
  }

  void add(Trial trial) {
    ExperimentDefinition definition = definitions.restore(trial.experiment().definition());
    queue.enqueue(
        new Work(
            definition.pool().pool(),
            WorkIds.of(trial.id()),
            "experiment-" + trial.experiment().id(),
            definition.priority(),
            trial.needs()));
  }

  /** Takes it out of the queue and away from its worker. */
  void remove(Trial trial) {
    queue.withdraw(WorkIds.of(trial.id()));
  }
}
