package dev.winnow.experiment;

import dev.winnow.architecture.Layout;
import dev.winnow.architecture.Weights;
import dev.winnow.experiment.TrialPlaces.TrialPlace;
import dev.winnow.lottery.Arm;
import dev.winnow.lottery.ArmChoice;
import dev.winnow.lottery.IterativePruning;
import dev.winnow.lottery.Mask;
import dev.winnow.lottery.Objective;
import dev.winnow.lottery.Origin;
import dev.winnow.lottery.RunKey;
import dev.winnow.lottery.Ticket;
import dev.winnow.lottery.Tickets;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The masks under which runs were trained. Those of tickets are kept; a control's is a function of
 * its ticket's and the trial's seed, and is made again.
 */
@Service
@Transactional(readOnly = true)
public class MaskArchive {
  private final TrialPlaces trials;
  private final Masks masks;
  private final Artifacts artifacts;
  private final Blueprints blueprints;

  MaskArchive(TrialPlaces trials, Masks masks, Artifacts artifacts, Blueprints blueprints) {
    this.trials = trials;
    this.masks = masks;
    this.artifacts = artifacts;
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

  /** The mask that pruning a round's ticket left for the next; empty if it has not been made. */
  public Optional<Mask> next(long experiment, int trial, Layout layout, int round) {
    return masks.find(trials.of(experiment, trial).id(), layout, round + 1);
  }

  private Mask mask(TrialPlace place, ExperimentDefinition definition, RunKey key) {
    Tickets tickets = blueprints.tickets(definition, place.seed());
    Mask ticket =
        masks
            .find(place.id(), tickets.layout(), key.round())
            .orElseThrow(() -> new IllegalStateException("A run without a mask: " + key));
    if (key.arm().equals(Arm.TICKET)) {
      return ticket;
    }
    ArmChoice arm =
        definition.arms().stream()
            .filter(choice -> choice.id().equals(key.arm()))
            .findFirst()
            .orElseThrow();
    // A control's mask depends on its ticket's mask, not on what the ticket was rewound to.
    Weights initial = tickets.initialWeights();
    Origin origin = new Origin(initial, () -> oneShot(place, definition, initial, key.round()));
    return tickets.challenge(new Ticket(ticket, initial), arm, key, origin).mask();
  }

  private static Weights refuse(Ticket ticket, Objective objective) {
    throw new IllegalStateException("Only a worker has gradients, this mask was to be kept");
  }

  private Mask oneShot(
      TrialPlace place, ExperimentDefinition definition, Weights initial, int round) {
    IterativePruning method = blueprints.method(definition, place.seed());
    Artifacts.Kind kind =
        definition.pruning().pruneAt().step().isPresent()
            ? Artifacts.Kind.PRUNING_WEIGHTS
            : Artifacts.Kind.FINAL_WEIGHTS;
    Weights trained =
        artifacts
            .read(place.id(), kind, 0)
            .map(bytes -> Weights.fromBytes(initial.layout(), bytes))
            .orElseThrow(() -> new IllegalStateException("Round 0 has left no " + kind.column()));
    return method.oneShot(round, initial, trained, MaskArchive::refuse);
  }
}
