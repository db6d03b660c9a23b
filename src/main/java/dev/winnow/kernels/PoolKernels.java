package dev.winnow.kernels;

/** The largest of each 2 × 2 pixels, on blocks of {@link Kernels#LANES} examples. */
public interface PoolKernels {
  /**
   * Writes the largest of each 2 × 2 pixels.
   *
   * @param size of what comes out
   */
  void max(MapSize size, MapWindow in, MapWindow out);

  /**
   * Writes the gradient of each pixel that came out to the first of those largest, row after row,
   * and 0 to the other three.
   *
   * @param size of what came out
   */
  void maxGradient(MapSize size, MapWindow in, MapWindow out, MapWindow delta, MapWindow inDelta);
}
