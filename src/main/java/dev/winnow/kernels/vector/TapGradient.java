package dev.winnow.kernels.vector;

import dev.winnow.kernels.ConvolutionKernels;
import dev.winnow.kernels.ConvolutionShape;
import dev.winnow.kernels.Kernels;
import dev.winnow.kernels.MapWindow;
import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The gradient of a convolution's weights in tiles. As many weights as the second cache holds sums
 * of go over a few pixels before the next ones are read, since maps come from memory. Belongs to
 * one thread.
 */
final class TapGradient {
  private static final VectorSpecies<Float> SPECIES = VectorKernels.SPECIES;
  private static final int WIDTH = SPECIES.length();
  private static final int LANES = Kernels.LANES;
  private static final int FRONT = Kernels.FRONT;
  private static final int OUTPUTS = GradientScratch.OUTPUTS;

  /** Partial sums of this many weights stay in the second cache. */
  private static final int SUMS = 4608;

  private final PixelPlaces places = new PixelPlaces();
  private final GradientScratch scratch = new GradientScratch(SUMS);
  private final float[] totals = new float[LaneTree.size(SUMS)];

  /**
   * Weights that are added up at the same time: some taps of some output channels, tile after tile,
   * and then the sum of the slopes of each of these channels.
   */
  private record Part(int output, int outputEnd, int tap, int tapEnd) {
    /** The first sum of a tile's output channels. */
    int sum(int channel) {
      return (channel - output) * (tapEnd - tap);
    }

    /** The first sum of slopes. */
    int biases() {
      return sum(outputEnd);
    }

    int sums() {
      return biases() + outputEnd - output;
    }
  }

  /** See {@link ConvolutionKernels#gradient}. */
  void write(ConvolutionShape shape, MapWindow in, MapWindow delta, float[] gradient, int biases) {
    int channels = shape.out().channels();
    int[] from = places.of(in, shape.out());
    GradientTile tile =
        RowTile.fits(shape.inputOffsets())
            ? new RowTile(shape, in.values(), from, scratch)
            : new SlopeTile(shape, in.values(), from, scratch);
    Slopes slopes = new Slopes(delta, shape.out(), places.of(delta, shape.out()));
    int taps = Math.min(tile.allTaps(), (SUMS / OUTPUTS - 1) / tile.taps * tile.taps);
    int outputs = SUMS / (taps + 1) / OUTPUTS * OUTPUTS;
    for (int tap = 0; tap < shape.taps(); tap += taps) {
      int tapEnd = Math.min(tile.allTaps(), tap + taps);
      for (int output = 0; output < channels; output += outputs) {
        int end = Math.min((channels + OUTPUTS - 1) / OUTPUTS * OUTPUTS, output + outputs);
        Part part = new Part(output, end, tap, tapEnd);
        addUp(tile, slopes, part);
        LaneTree.join(totals, part.sums());
        store(shape, tile, part, gradient);
        System.arraycopy(
            totals,
            FRONT + part.biases(),
            gradient,
            biases + output,
            Math.min(end, channels) - output);
      }
    }
  }

  private void addUp(GradientTile tile, Slopes slopes, Part part) {
    float[] chain = scratch.chain;
    int numbers = part.sums() * LANES;
    Arrays.fill(totals, 0, FRONT + numbers, 0);
    for (int begin = 0; begin < slopes.pixels(); begin += slopes.chain()) {
      int end = Math.min(slopes.pixels(), begin + slopes.chain());
      Arrays.fill(chain, 0, FRONT + numbers, 0);
      for (int p = begin; p < end; p += GradientTile.PIXELS) {
        int pixels = Math.min(end, p + GradientTile.PIXELS);
        for (int output = part.output; output < part.outputEnd; output += OUTPUTS) {
          tile.load(slopes, output, p, pixels);
          tile.addSlopes(FRONT + (part.biases() + output - part.output) * LANES);
          for (int j = part.tap; j < part.tapEnd; j += tile.taps) {
            tile.add(j, FRONT + (part.sum(output) + (j - part.tap) * OUTPUTS) * LANES);
          }
        }
      }
      for (int i = 0; i < numbers; i += WIDTH) {
        FloatVector sum = FloatVector.fromArray(SPECIES, totals, FRONT + i);
        sum.add(FloatVector.fromArray(SPECIES, chain, FRONT + i)).intoArray(totals, FRONT + i);
      }
    }
  }

  private void store(ConvolutionShape shape, GradientTile tile, Part part, float[] gradient) {
    int tapEnd = Math.min(shape.taps(), part.tapEnd);
    int outputEnd = Math.min(shape.out().channels(), part.outputEnd);
    for (int output = part.output; output < outputEnd; output++) {
      int within = output % OUTPUTS;
      int first = part.sum(output - within);
      int to = output * shape.weightStep();
      for (int j = part.tap; j < tapEnd; j++) {
        int row = (j - part.tap) / tile.taps * OUTPUTS + within;
        int at = first + row * tile.taps + (j - part.tap) % tile.taps;
        gradient[to + shape.weightOffsets()[j]] = totals[FRONT + at];
      }
    }
  }
}
