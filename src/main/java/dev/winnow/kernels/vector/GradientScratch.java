package dev.winnow.kernels.vector;

import dev.winnow.kernels.Kernels;

/** What tiles of a gradient work on, kept from one gradient to the next. */
final class GradientScratch {
  /** Slopes of this many pixels stay in the first cache while all taps go over them. */
  static final int PIXELS = 64;

  /** Output channels of a tile. */
  static final int OUTPUTS = 4;

  /** Of the slopes of some pixels, one output channel of a tile after another. */
  final float[] slopes = new float[Kernels.FRONT + PIXELS * OUTPUTS * Kernels.LANES];

  /** Sums in {@link Kernels#LANES} partial sums, in the order of their owner. */
  final float[] chain;

  /**
   * @param sums that the chain holds
   */
  GradientScratch(int sums) {
    chain = new float[Kernels.FRONT + sums * Kernels.LANES];
  }
}
