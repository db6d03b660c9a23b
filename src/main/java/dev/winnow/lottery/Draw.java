package dev.winnow.lottery;

import dev.winnow.architecture.Weights;
import dev.winnow.random.RandomStream;

/** The randomness of one run: streams keyed by trial seed, arm id, replicate and round. */
public interface Draw {
  /**
   * @param purpose what the numbers are for, such as {@code "mask"}
   * @param key what else tells this stream from others, such as a tensor's name
   */
  RandomStream stream(String purpose, Object... key);

  /** Fresh weights from the experiment's initialisation. */
  Weights weights();
}
