package dev.winnow.faults;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * The number that all random moments of the programme come from. It is printed, and {@code
 * -Dwinnow.faults.seed} gives the same moments again.
 */
final class Seed {
  private static final long NUMBER = Long.getLong("winnow.faults.seed", System.nanoTime() >>> 8);

  static {
    Measured.say("seed: replay the moments with -Dwinnow.faults.seed=" + NUMBER);
  }

  private Seed() {}

  /** A stream of its own for each promise, so that a proof run alone meets the same moments. */
  static RandomGenerator moments(String promise) {
    return new SplittableRandom(NUMBER * 31 + promise.hashCode());
  }
}
