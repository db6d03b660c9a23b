package dev.winnow.lottery;

import dev.winnow.architecture.Layout;
import dev.winnow.architecture.Weights;
import dev.winnow.random.RandomStream;

/** What a control's run is made from besides its ticket. */
public interface Ingredients {
  /**
   * Randomness keyed by trial seed, arm id, replicate and round.
   *
   * @param purpose what the numbers are for, such as {@code "mask"}
   * @param key what else tells this stream from others, such as a tensor's name
   */
  RandomStream stream(String purpose, Object... key);

  /** Fresh weights from the experiment's initialisation. */
  Weights fresh();

  /** The same for a network with other tensors. */
  Weights fresh(Layout layout);

  /** The weights to which the ticket's were rewound, those of pruned positions among them. */
  Weights rewound();

  /** The mask that the round would have if it were pruned at once from round 0's network. */
  Mask oneShot();
}
