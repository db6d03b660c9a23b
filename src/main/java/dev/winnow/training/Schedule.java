package dev.winnow.training;

import dev.winnow.catalog.Choice;
import dev.winnow.catalog.InvalidValue;
import dev.winnow.catalog.Named;
import java.util.Optional;

/** How the learning rate changes over a training: a pure function of the iteration. */
public interface Schedule extends Named {
  /**
   * The share of the learning rate that holds in one iteration, from 0 to 1.
   *
   * @param iteration from 0 to {@code iterations} − 1
   * @param iterations of the whole training
   * @param perEpoch iterations of one epoch
   */
  double share(Choice settings, int iteration, int iterations, int perEpoch);

  /** Why it cannot hold for a training of so many iterations, if so. */
  default Optional<InvalidValue> invalidSetting(Choice settings, long iterations, int perEpoch) {
    return Optional.empty();
  }
}
