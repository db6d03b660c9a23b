package dev.winnow.kernels;

/** The end of a sum in {@link Kernels#LANES} partial sums. */
final class Lanes {
  private Lanes() {}

  /**
   * Adds up partial sums in the order of {@link Kernels}.
   *
   * @param lanes overwritten
   */
  static float sum(float[] lanes) {
    for (int distance = Kernels.LANES / 2; distance > 0; distance /= 2) {
      for (int lane = 0; lane < distance; lane++) {
        lanes[lane] += lanes[lane + distance];
      }
    }
    return lanes[0];
  }
}
