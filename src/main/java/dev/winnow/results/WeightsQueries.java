package dev.winnow.results;

import dev.winnow.architecture.ParameterLayout;
import dev.winnow.architecture.Weights;
import dev.winnow.definition.Blueprints;
import dev.winnow.definition.ExperimentDefinition;
import dev.winnow.experiment.TrialLookup;
import dev.winnow.experiment.TrialLookup.TrialPlace;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The weights of tickets before and after training. The final ones are kept; the initial ones are a
 * function of definition and seed, and are drawn again.
 */
@Service
@Transactional(readOnly = true)
public class WeightsQueries {
  private final TrialLookup trials;
  private final Artifacts artifacts;
  private final Blueprints blueprints;

  WeightsQueries(TrialLookup trials, Artifacts artifacts, Blueprints blueprints) {
    this.trials = trials;
    this.artifacts = artifacts;
    this.blueprints = blueprints;
  }

  /** A trial's weights at initialisation, of the dense network. */
  public Weights initial(long experiment, int trial, ExperimentDefinition definition) {
    TrialPlace place = trials.of(experiment, trial);
    return blueprints.tickets(definition, place.seed()).initialWeights();
  }

  /** The weights that a round's ticket ended with; empty if it has not been trained or diverged. */
  public Optional<Weights> end(long experiment, int trial, ParameterLayout layout, int round) {
    return artifacts
        .read(trials.of(experiment, trial).id(), Artifacts.FINAL_WEIGHTS, round)
        .map(bytes -> Weights.fromBytes(layout, bytes));
  }
}
