package dev.winnow.experiment;

import dev.winnow.definition.Blueprints;
import dev.winnow.definition.Definitions;
import dev.winnow.definition.ExperimentDefinition;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** Gives experiments their trials and runs, and the trials a place in the queue. */
@Component
class TrialScheduling {
  private final ExperimentRepository experiments;
  private final Definitions definitions;
  private final Blueprints blueprints;
  private final TrialQueue queue;
  private final Clock clock;

  TrialScheduling(
      ExperimentRepository experiments,
      Definitions definitions,
      Blueprints blueprints,
      TrialQueue queue,
      Clock clock) {
    this.experiments = experiments;
    this.definitions = definitions;
    this.blueprints = blueprints;
    this.queue = queue;
    this.clock = clock;
  }

  /** A new experiment with its trials, all of them in the queue. */
  Experiment make(ExperimentDefinition definition) {
    Experiment made = save(definition, definitions.fingerprint(definition));
    enqueue(made);
    return made;
  }

  /** A new experiment with its trials, none of them in the queue yet. */
  Experiment save(ExperimentDefinition definition, String fingerprint) {
    return experiments.save(
        new Experiment(definition.name(), fingerprint, workload(definition), clock.instant()));
  }

  void enqueue(Experiment experiment) {
    queue.add(experiment.trials());
  }

  /**
   * Has an experiment take on a larger definition; what is to be done for it joins the queue.
   *
   * @throws IllegalMove if the experiment neither waits, runs nor has completed
   */
  void grow(Experiment experiment, ExperimentDefinition larger) {
    List<Trial> queued = experiment.grow(workload(larger), clock.instant());
    experiments.flush(); // gives new trials their ids
    queue.add(queued);
  }

  private Workload workload(ExperimentDefinition definition) {
    return new Workload(
        definitions.write(definition),
        definition.trials(),
        blueprints.of(definition).runsPerTrial());
  }
}
