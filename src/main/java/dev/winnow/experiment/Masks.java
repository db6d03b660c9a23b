package dev.winnow.experiment;

import dev.winnow.architecture.Layout;
import dev.winnow.lottery.Mask;
import dev.winnow.lottery.codec.MaskHistory;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The masks under which a trial's tickets train, each kept as what it changes in the one before.
 */
@Component
class Masks {
  private final Artifacts artifacts;

  Masks(Artifacts artifacts) {
    this.artifacts = artifacts;
  }

  void write(long trial, int round, Mask before, Mask mask) {
    artifacts.write(trial, Artifacts.Kind.MASK, round, MaskHistory.encode(before, mask));
  }

  /** Keeps the mask of a round that no round before it left: it was the last when they ended. */
  void keep(long trial, int round, Mask mask) {
    if (round > 0 && !artifacts.has(trial, Artifacts.Kind.MASK, round)) {
      write(trial, round, find(trial, mask.layout(), round - 1).orElseThrow(), mask);
    }
  }

  /** The mask of a round; the dense one for round 0, empty for a round that has none yet. */
  Optional<Mask> find(long trial, Layout layout, int round) {
    Optional<Mask> mask = Optional.of(Mask.dense(layout));
    for (int r = 1; r <= round && mask.isPresent(); r++) {
      Mask before = mask.get();
      mask =
          artifacts
              .read(trial, Artifacts.Kind.MASK, r)
              .map(bytes -> MaskHistory.decode(before, bytes));
    }
    return mask;
  }
}
