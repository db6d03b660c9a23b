package dev.winnow.report;

import dev.winnow.definition.Blueprint;
import dev.winnow.definition.Blueprints;
import dev.winnow.definition.ExperimentDefinition;
import dev.winnow.experiment.ExperimentQueries;
import dev.winnow.experiment.NotFound;
import dev.winnow.experiment.TrialQueries;
import dev.winnow.results.TrialRounds;
import org.springframework.stereotype.Component;

/** Finds rounds and runs among those that experiments plan, or says why they are not there. */
@Component
final class RunLookup {
  private final ExperimentQueries experiments;
  private final TrialQueries trials;
  private final TrialRounds rounds;
  private final Blueprints blueprints;

  RunLookup(
      ExperimentQueries experiments,
      TrialQueries trials,
      TrialRounds rounds,
      Blueprints blueprints) {
    this.experiments = experiments;
    this.trials = trials;
    this.rounds = rounds;
    this.blueprints = blueprints;
  }

  /**
   * The plan of an experiment.
   *
   * @throws NotFound if the experiment has no such trial or round
   */
  Blueprint plan(long experiment, int trial, int round) {
    return plan(experiments.definition(experiment), experiment, trial, round);
  }

  /**
   * The definition of an experiment that plans a run.
   *
   * @throws NotFound if there is no such run
   */
  ExperimentDefinition definition(RunReference place) {
    ExperimentDefinition definition = experiments.definition(place.experiment());
    int round = place.key().round();
    Blueprint blueprint = plan(definition, place.experiment(), place.trial(), round);
    if (!blueprint.runs().get(round).contains(place.key())) {
      throw new NotFound(
          "Experiment %d has no run of arm \"%s\", replicate %d in round %d; its runs are %s."
              .formatted(
                  place.experiment(),
                  place.key().arm(),
                  place.key().replicate(),
                  round,
                  blueprint.runs().get(round).stream()
                      .map(run -> run.arm() + " " + run.replicate())
                      .toList()));
    }
    return definition;
  }

  private Blueprint plan(ExperimentDefinition definition, long experiment, int trial, int round) {
    Blueprint blueprint = blueprints.of(definition);
    trials.summary(experiment, trial);
    int last = blueprint.runs().size() - 1;
    if (round < 0 || round > last) {
      throw new NotFound(
          "Experiment %d has no round %d: its rounds are 0 to %d."
              .formatted(experiment, round, last));
    }
    return blueprint;
  }

  /** Why a run that is planned is not there. */
  NotFound notYet(RunReference place) {
    return new NotFound(
        "%s of round %d of trial %d has not been run: the trial is %s, in round %d."
            .formatted(
                place.key().arm() + " " + place.key().replicate(),
                place.key().round(),
                place.trial(),
                trials.summary(place.experiment(), place.trial()).state(),
                rounds.round(place.experiment(), place.trial())));
  }
}
