package dev.winnow.results;

import dev.winnow.architecture.ParameterLayout;
import dev.winnow.definition.Blueprints;
import dev.winnow.definition.ExperimentDefinition;
import dev.winnow.experiment.TrialLookup;
import dev.winnow.experiment.TrialLookup.TrialPlace;
import dev.winnow.lottery.Mask;
import dev.winnow.lottery.RunKey;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The masks under which runs were trained. */
@Service
@Transactional(readOnly = true)
public class MaskQueries {
  private final TrialLookup trials;
  private final Masks masks;
  private final RedrawnControlMasks redrawn;
  private final Blueprints blueprints;

  MaskQueries(TrialLookup trials, Masks masks, RedrawnControlMasks redrawn, Blueprints blueprints) {
    this.trials = trials;
    this.masks = masks;
    this.redrawn = redrawn;
    this.blueprints = blueprints;
  }

  /**
   * The mask of a run that is done.
   *
   * @throws IllegalStateException if it is not the one whose checksum was recorded
   */
  public Mask of(long experiment, int trial, ExperimentDefinition definition, RunRecord run) {
    TrialPlace place = trials.of(experiment, trial);
    Mask mask = mask(place, definition, run.key());
    if (!mask.sha256().equals(run.maskSha256())) {
      throw new IllegalStateException(
          "The mask of experiment %d, trial %d, %s does not match its checksum"
              .formatted(experiment, trial, run.key()));
    }
    return mask;
  }

  private Mask mask(TrialPlace place, ExperimentDefinition definition, RunKey run) {
    ParameterLayout layout = ParameterLayout.of(blueprints.layers(definition));
    Mask ticket =
        masks
            .find(place.id(), layout, run.round())
            .orElseThrow(() -> new IllegalStateException("A run without a mask: " + run));
    return run.isTicket()
        ? ticket
        : masks
            .find(place.id(), run, ticket)
            .orElseGet(() -> redrawn.of(place, definition, run, ticket));
  }

  /**
   * The mask that pruning a round's ticket left for the next; empty if it has not been made, or if
   * the method does not prune one round from another.
   */
  public Optional<Mask> next(
      long experiment, int trial, ExperimentDefinition definition, int round) {
    return blueprints.method(definition).nested()
        ? masks.find(
            trials.of(experiment, trial).id(),
            ParameterLayout.of(blueprints.layers(definition)),
            round + 1)
        : Optional.empty();
  }
}
