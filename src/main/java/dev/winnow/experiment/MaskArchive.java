package dev.winnow.experiment;

import dev.winnow.lottery.Arm;
import dev.winnow.lottery.ArmChoice;
import dev.winnow.lottery.Mask;
import dev.winnow.lottery.RunKey;
import dev.winnow.lottery.Ticket;
import dev.winnow.lottery.Tickets;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The masks under which runs were trained. Those of tickets are kept; a control's is a function of
 * its ticket's and the trial's seed, and is made again.
 */
@Service
@Transactional(readOnly = true)
public class MaskArchive {
  private final JdbcClient jdbc;
  private final Masks masks;
  private final Blueprints blueprints;

  MaskArchive(JdbcClient jdbc, Masks masks, Blueprints blueprints) {
    this.jdbc = jdbc;
    this.masks = masks;
    this.blueprints = blueprints;
  }

  private record Place(long id, long seed) {}

  /**
   * The mask of a run that is done.
   *
   * @throws IllegalStateException if it is not the one whose checksum was recorded
   */
  public Mask of(long experiment, int trial, ExperimentDefinition definition, RunRecord run) {
    Place place =
        jdbc.sql("select id, seed from trial where experiment_id = ? and number = ?")
            .param(experiment)
            .param(trial)
            .query(Place.class)
            .single();
    Tickets tickets = blueprints.tickets(definition, place.seed());
    Mask mask = mask(place.id(), tickets, definition, run.key());
    if (!mask.sha256().equals(run.maskSha256())) {
      throw new IllegalStateException(
          "The mask of experiment %d, trial %d, %s does not match its checksum"
              .formatted(experiment, trial, run.key()));
    }
    return mask;
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
