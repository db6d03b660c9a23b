package dev.winnow.results;

import dev.winnow.architecture.ParameterLayout;
import dev.winnow.experiment.LeasedTrial;
import dev.winnow.lottery.Mask;
import dev.winnow.lottery.RunKey;
import dev.winnow.lottery.codec.ControlMask;
import dev.winnow.lottery.codec.MaskHistory;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The masks under which a trial's runs train: a ticket's as what it changes in that of the round
 * before, a control's as what it changes in its ticket's.
 */
@Component
class Masks {
  private final Artifacts artifacts;

  Masks(Artifacts artifacts) {
    this.artifacts = artifacts;
  }

  /** Keeps the mask of a round that the ticket of the round before left. */
  void leave(long trial, int round, Mask before, Mask mask) {
    artifacts.write(trial, Artifacts.MASK, round, MaskHistory.encode(before, mask));
  }

  /** Keeps the mask of a ticket, unless the ticket before it left it. */
  void keep(long trial, int round, Mask mask) {
    if (round > 0 && !artifacts.has(trial, Artifacts.MASK, round)) {
      leave(trial, round, find(trial, mask.layout(), round - 1).orElseThrow(), mask);
    }
  }

  /** Keeps the mask of a control. */
  void keep(LeasedTrial trial, Run control) {
    RunKey key = control.key();
    byte[] bytes =
        ControlMask.encode(trial.seed(), key, control.ticket(), control.outcome().mask());
    artifacts.write(trial.id(), Artifacts.MASK, key, bytes);
  }

  /**
   * The mask of a round's ticket; the dense one for round 0, empty for a round that has none yet.
   */
  Optional<Mask> find(long trial, ParameterLayout layout, int round) {
    Optional<Mask> mask = Optional.of(Mask.dense(layout));
    for (int r = 1; r <= round && mask.isPresent(); r++) {
      Mask before = mask.get();
      mask =
          artifacts.read(trial, Artifacts.MASK, r).map(bytes -> MaskHistory.decode(before, bytes));
    }
    return mask;
  }

  /**
   * The mask of a control; empty for a run from before they were kept.
   *
   * @param ticket the mask of its round's ticket
   */
  Optional<Mask> find(long trial, RunKey control, Mask ticket) {
    return artifacts
        .read(trial, Artifacts.MASK, control)
        .map(bytes -> ControlMask.decode(ticket, bytes));
  }
}
