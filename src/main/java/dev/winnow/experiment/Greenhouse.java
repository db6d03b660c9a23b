package dev.winnow.experiment;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets experiments grow: more rounds, more trials, more arms, and nothing done twice. */
@Service
public class Greenhouse {
  private final Experiments experiments;
  private final Definitions definitions;
  private final Growth growth;
  private final Blueprints blueprints;
  private final TrialQueue queue;
  private final Events events;

  Greenhouse(
      Experiments experiments,
      Definitions definitions,
      Growth growth,
      Blueprints blueprints,
      TrialQueue queue,
      Events events) {
    this.experiments = experiments;
    this.definitions = definitions;
    this.growth = growth;
    this.blueprints = blueprints;
    this.queue = queue;
    this.events = events;
  }

  /**
   * Adds to an experiment. Completed trials are queued again for their new runs; trials under way
   * take them up in their next slice. What is there already is not added twice.
   *
   * @param body a JSON object with some of {@code rounds}, {@code trials}, {@code arms}
   * @throws UnknownExperiment if there is none of that id
   * @throws InvalidDefinition if it asks for anything else than more
   * @throws IllegalMove if the experiment neither waits, runs nor has completed
   */
  @Transactional
  public void grow(long id, String body) {
    Experiment experiment = experiments.lock(id).orElseThrow(() -> new UnknownExperiment(id));
    ExperimentDefinition before = definitions.renewed(experiment.definition());
    Reading reading = growth.of(before, experiment.forkRound().orElse(-1), body);
    ExperimentDefinition after =
        reading.definition().orElseThrow(() -> new InvalidDefinition(reading.errors()));
    if (!definitions.same(before, after)) {
      grow(experiment, after);
    }
  }

  private void grow(Experiment experiment, ExperimentDefinition larger) {
    List<Trial> queued =
        experiment.grow(
            definitions.write(larger), larger.trials(), blueprints.of(larger).runsPerTrial());
    events.experiment(experiment);
    queued.forEach(events::trial);
    queue.add(queued);
  }
}
