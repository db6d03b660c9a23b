package dev.winnow.engine.pure;

import dev.winnow.training.PathChoice;

/**
 * Which layers are computed over their kept weights alone: those that the definition says, else
 * those of which so few are left that it is faster. Results do not depend on it.
 */
final class PathRule {
  /** The largest density at which kept weights alone are faster, as measured on vectors. */
  private static final double MOST = 0.17;

  private PathRule() {}

  /**
   * @param density kept ÷ all weights of the layer, from 0 to 1
   */
  static boolean isSparse(PathChoice choice, double density) {
    return choice == PathChoice.SPARSE || (choice == PathChoice.AUTO && density <= MOST);
  }
}
