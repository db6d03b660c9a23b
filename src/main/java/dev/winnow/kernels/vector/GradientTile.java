package dev.winnow.kernels.vector;

import dev.winnow.kernels.ConvolutionShape;
import dev.winnow.kernels.Kernels;
import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Sums of products of the slopes of some output channels with what some taps see, over some pixels
 * of a chain.
 */
abstract class GradientTile {
  static final int PIXELS = GradientScratch.PIXELS;
  static final int OUTPUTS = GradientScratch.OUTPUTS;
  static final VectorSpecies<Float> SPECIES = VectorKernels.SPECIES;
  static final int WIDTH = SPECIES.length();
  static final int LANES = Kernels.LANES;

  final float[] in;
  final int[] from;
  final int[] inputOffsets;
  final float[] chain;
  final float[] slopes;
  final int taps;
  int begin;
  int end;

  /**
   * @param from where the pixels of the first channel stand in the input
   * @param scratch whose chain holds for each tile of taps the sums of its channels, each with its
   *     taps
   * @param taps of a tile
   */
  GradientTile(ConvolutionShape shape, float[] in, int[] from, GradientScratch scratch, int taps) {
    this.in = in;
    this.from = from;
    this.inputOffsets = filledUp(shape.inputOffsets(), taps);
    this.chain = scratch.chain;
    this.slopes = scratch.slopes;
    this.taps = taps;
  }

  /** As many taps as fill tiles. */
  int allTaps() {
    return inputOffsets.length;
  }

  /** With the first offsets again until they fill tiles. */
  private static int[] filledUp(int[] offsets, int taps) {
    if (offsets.length % taps == 0) {
      return offsets;
    }
    int[] filled = Arrays.copyOf(offsets, (offsets.length + taps - 1) / taps * taps);
    for (int j = offsets.length; j < filled.length; j++) {
      filled[j] = offsets[(j - offsets.length) % offsets.length];
    }
    return filled;
  }

  /**
   * From now on sums go over these pixels of as many output channels as a tile has.
   *
   * @param begin the first pixel
   * @param end one after the last
   */
  void load(Slopes of, int output, int begin, int end) {
    this.begin = begin;
    this.end = end;
    int to = Kernels.FRONT;
    for (int p = begin; p < end; p++) {
      for (int o = output; o < output + OUTPUTS; o++) {
        int at = of.place(p) + of.channel(o);
        for (int lane = 0; lane < LANES; lane += WIDTH) {
          FloatVector.fromArray(SPECIES, of.values(), at + lane).intoArray(slopes, to);
          to += WIDTH;
        }
      }
    }
  }

  /**
   * Adds what is loaded to sums over the pixels of each output channel.
   *
   * @param to where the sums stand in the chain
   */
  void addSlopes(int to) {
    for (int i = 0; i < OUTPUTS * LANES; i += WIDTH) {
      FloatVector sum = FloatVector.fromArray(SPECIES, chain, to + i);
      int k = Kernels.FRONT + i;
      for (int p = begin; p < end; p++) {
        sum = sum.add(FloatVector.fromArray(SPECIES, slopes, k));
        k += OUTPUTS * LANES;
      }
      sum.intoArray(chain, to + i);
    }
  }

  /**
   * @param tap the first one of a tile
   * @param to where the sums of the tile stand in the chain
   */
  void add(int tap, int to) {
    for (int lane = 0; lane < LANES; lane += WIDTH) {
      add(tap, to, lane);
    }
  }

  abstract void add(int tap, int to, int lane);
}
