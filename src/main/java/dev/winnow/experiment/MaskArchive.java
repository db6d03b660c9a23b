package dev.winnow.experiment;

import dev.winnow.architecture.Layout;
import dev.winnow.experiment.TrialPlaces.TrialPlace;
import dev.winnow.lottery.Arm;
import dev.winnow.lottery.ArmChoice;
import dev.winnow.lottery.Mask;
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
  private final Blueprints blueprints;

  MaskArchive(TrialPlaces trials, Masks masks, Blueprints blueprints) {
    this.trials = trials;
    this.masks = masks;
    this.blueprints = blueprints;
  }

  /**
   * The mask of a run that is done.
   *
   * @throws IllegalStateException if it is not the one whose checksum was recorded
   */
  public Mask of(long experiment, int trial, ExperimentDefinition definition, RunRecord run) {
    TrialPlace place = trials.of(experiment, trial);
    Tickets tickets = blueprints.tickets(definition, place.seed());
    Mask mask = mask(place.id(), tickets, definition, run.key());
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

  private Mask mask(long trial, Tickets tickets, ExperimentDefinition definition, RunKey key) {
    Mask ticket =
        masks
            .find(trial, tickets.layout(), key.round())
            .orElseThrow(() -> new IllegalStateException("A run without a mask: " + key));
    if (key.arm().equals(Arm.TICKET)) {
      return ticket;
    }
    ArmChoice arm =
        definition.arms().stream()
            .filter(choice -> choice.id().equals(key.arm()))
            .findFirst()
            .orElseThrow();
    return tickets.challenge(new Ticket(ticket, tickets.initialWeights()), arm, key).mask();
  }
}
