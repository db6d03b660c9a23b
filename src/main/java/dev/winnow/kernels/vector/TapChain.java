package dev.winnow.kernels.vector;

import dev.winnow.kernels.ConvolutionShape;
import dev.winnow.kernels.Kernels;

/** One chain of taps, and its sums of four output channels at four pixels. */
final class TapChain {
  /** Output channels of a tile, and pixels. */
  static final int TILE = 4;

  final float[] in;
  final int[] from;
  final int[] inputOffsets;
  final float[] packed;
  final float[] starts;
  final float[] sums = new float[Kernels.FRONT + TILE * TILE * VectorKernels.SPECIES.length()];
  private int first;
  private int end;

  /**
   * @param from where each pixel stands in the input; as many as fill tiles
   * @param packed for each four output channels, for each tap of the chain: their weights
   * @param starts where the chain of each output channel begins
   */
  TapChain(float[] in, int[] from, ConvolutionShape shape, float[] packed, float[] starts) {
    this.in = in;
    this.from = from;
    this.inputOffsets = shape.inputOffsets();
    this.packed = packed;
    this.starts = starts;
  }

  /** From now on the chain goes from one tap to before another. */
  void moveTo(int first, int end) {
    this.first = first;
    this.end = end;
  }

  int first() {
    return first;
  }

  int end() {
    return end;
  }

  /** Channel after channel, pixel after pixel: so many numbers as a vector has, from this lane. */
  float[] sums(int pixel, int output, int lane) {
    if (from[pixel + TILE - 1] - from[pixel] == (TILE - 1) * Kernels.LANES) {
      NeighbourTile.addUp(this, pixel, output, lane);
    } else {
      ScatteredTile.addUp(this, pixel, output, lane);
    }
    return sums;
  }
}
