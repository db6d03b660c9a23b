package dev.winnow.experiment;

import dev.winnow.definition.Definitions;
import dev.winnow.definition.ExperimentDefinition;
import dev.winnow.definition.GrowthForm;
import dev.winnow.definition.InvalidDefinition;
import dev.winnow.definition.ParsedDefinition;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets experiments grow: more rounds, more trials, more arms, and nothing done twice. */
@Service
public class ExperimentGrowth {
  private final ExperimentRepository experiments;
  private final Definitions definitions;
  private final GrowthForm growth;
  private final TrialScheduling scheduling;

  ExperimentGrowth(
      ExperimentRepository experiments,
      Definitions definitions,
      GrowthForm growth,
      TrialScheduling scheduling) {
    this.experiments = experiments;
    this.definitions = definitions;
    this.growth = growth;
    this.scheduling = scheduling;
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
    ParsedDefinition parsed = growth.of(before, experiment.forkRound().orElse(-1), body);
    ExperimentDefinition after =
        parsed.definition().orElseThrow(() -> new InvalidDefinition(parsed.errors()));
    if (!definitions.same(before, after)) {
      scheduling.grow(experiment, after);
    }
  }
}
