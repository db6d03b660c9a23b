package dev.winnow.experiment;

import dev.winnow.definition.Definitions;
import dev.winnow.definition.ExperimentDefinition;
import dev.winnow.definition.WorkerPoolChoice;
import dev.winnow.queue.Work;
import dev.winnow.queue.WorkQueue;
import dev.winnow.queue.WorkerPool;
import java.util.List;
import org.springframework.stereotype.Component;

/** Trials as work for the queue: those of one experiment have one owner. */
@Component
public class TrialQueue {
  private final WorkQueue queue;
  private final Definitions definitions;

  TrialQueue(WorkQueue queue, Definitions definitions) {
    this.queue = queue;
    this.definitions = definitions;
  }

  /** The pool in which an experiment with that choice waits. */
  public static WorkerPool pool(WorkerPoolChoice choice) {
    return switch (choice) {
      case ANY, CPU -> WorkerPool.CPU;
      case GPU -> WorkerPool.GPU;
    };
  }

  /**
   * @param trials of one experiment
   */
  void add(List<Trial> trials) {
    if (!trials.isEmpty()) {
      ExperimentDefinition definition =
          definitions.restore(trials.get(0).experiment().definition());
      trials.forEach(trial -> add(trial, definition));
    }
  }

  private void add(Trial trial, ExperimentDefinition definition) {
    queue.enqueue(
        new Work(
            pool(definition.pool()),
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
