package dev.winnow.lottery;

import dev.winnow.architecture.Weights;

/**
 * A sparse network before its training: a mask and starting weights (1803.03635, section 1: f(x; m
 * ⊙ θ)).
 *
 * @param start the starting weights, +0.0f wherever the mask prunes
 */
public record Ticket(Mask mask, Weights start) {
  /** Masks the starting weights. */
  public Ticket {
    start = mask.apply(start);
  }
}
