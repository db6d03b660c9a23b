package dev.winnow.lottery;

import dev.winnow.architecture.Weights;

/**
 * A sparse network before its training: a mask and starting weights (1803.03635, section 1: f(x; m
 * ⊙ θ)).
 *
 * @param start the starting weights
 * @param frozen whether pruned weights keep their starting values for good; if not, these are +0.0f
 */
public record Ticket(Mask mask, Weights start, boolean frozen) {
  public Ticket {
    start = frozen ? start : mask.apply(start);
  }

  /** Masks the starting weights. */
  public Ticket(Mask mask, Weights start) {
    this(mask, start, false);
  }
}
