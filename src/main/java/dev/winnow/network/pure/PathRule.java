package dev.winnow.network.pure;

import dev.winnow.training.ComputePath;

/**
 * Which layers are computed over their kept weights alone: those that the definition says, else
 * those of which so few are left that it is faster. It decides in which order the gradient of a
 * weight is added up, and so the bits of a training.
 */
final class PathRule {
  /** The largest density at which kept weights alone are faster, as measured on vectors. */
  private static final double MOST = 0.45;

  /** The same for a layer that multiplies only ink when it is dense. */
  private static final double MOST_OF_INK = 0.17;

  private PathRule() {}

  /**
   * @param density kept ÷ all weights of the layer, from 0 to 1
   * @param ink whether the layer multiplies only the ink of images
   */
  static boolean isSparse(ComputePath choice, double density, boolean ink) {
    double most = ink ? MOST_OF_INK : MOST;
    return choice == ComputePath.SPARSE || (choice == ComputePath.AUTO && density <= most);
  }
}
