package dev.winnow.lottery;

import dev.winnow.architecture.ParameterLayout;
import dev.winnow.architecture.Weights;
import dev.winnow.random.RandomStream;
import java.util.List;

/** What a control's run is made from besides its ticket. */
public interface ControlContext {
  /**
   * Randomness keyed by trial seed, arm id, replicate and round.
   *
   * @param purpose what the numbers are for, such as {@code "noise"}
   * @param key what else tells this stream from others, such as a tensor's name
   */
  RandomStream stream(String purpose, Object... key);

  /**
   * A mask drawn uniformly among those with so many weights in each prunable tensor; see {@link
   * MaskDraw}.
   */
  Mask draw(List<Integer> kept);

  /** Fresh weights from the experiment's initialisation. */
  Weights fresh();

  /** The same for a network with other tensors. */
  Weights fresh(ParameterLayout layout);

  /** The weights to which the ticket's were rewound, those of pruned positions among them. */
  Weights rewound();

  /** The mask that the round would have if it were pruned at once from round 0's network. */
  Mask oneShot();

  /**
   * A control that was initialised as its trial was: pruned weights have the value that they have
   * in the round's ticket, 0 or that at initialisation.
   *
   * @param kept what is trained begins with these
   */
  Ticket ticket(Mask mask, Weights kept);

  /** A control with an initialisation of its own, with which all its weights begin. */
  Ticket anew(Mask mask, Weights initial);
}
