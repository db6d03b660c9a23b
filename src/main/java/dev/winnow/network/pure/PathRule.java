package dev.winnow.network.pure;

import dev.winnow.architecture.LayerSpec;
import dev.winnow.kernels.Kernels;
import dev.winnow.training.ComputePath;

/**
 * How each layer is computed: as the definition says, else as it is faster for a layer of this
 * shape and density. It decides in which order sums are added up, and so the bits of a training.
 */
final class PathRule {
  /** The largest density at which kept weights alone are faster, as measured on vectors. */
  private static final double MOST = 0.45;

  /** The same for a layer that reads sparse input. */
  private static final double MOST_ON_SPARSE_INPUT = 0.17;

  /** The fewest channels, in and out, at which Winograd's transforms are worth their time. */
  private static final int WINOGRAD_CHANNELS = 64;

  private PathRule() {}

  /** Whether a convolution goes by Winograd's F(2 × 2, 3 × 3). */
  static boolean isWinograd(ComputePath choice, LayerSpec.Convolution spec) {
    int least = Math.min(spec.inChannels(), spec.outChannels());
    int most = Math.max(spec.inChannels(), spec.outChannels());
    return choice != ComputePath.DIRECT
        && spec.kernel() == 3
        && spec.stride() == 1
        && spec.height() % 2 == 0
        && spec.width() % 2 == 0
        && least >= WINOGRAD_CHANNELS
        && most <= Kernels.CHAIN;
  }

  /**
   * Whether a fully connected layer is computed over its kept weights alone.
   *
   * @param density kept ÷ all weights of the layer, from 0 to 1
   * @param sparseInput whether the layer multiplies only non-zero pixels
   */
  static boolean isSparse(ComputePath choice, double density, boolean sparseInput) {
    double most = sparseInput ? MOST_ON_SPARSE_INPUT : MOST;
    return choice == ComputePath.SPARSE || (choice != ComputePath.DENSE && density <= most);
  }
}
