package dev.winnow.kernels.vector;

import dev.winnow.kernels.ConvolutionKernels;
import dev.winnow.kernels.ConvolutionShape;
import dev.winnow.kernels.Kernels;
import dev.winnow.kernels.MapSize;
import dev.winnow.kernels.MapWindow;
import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** The gradient of a convolution's weights in tiles. Belongs to one thread. */
final class TapGradient {
  private static final VectorSpecies<Float> SPECIES = VectorKernels.SPECIES;
  private static final int WIDTH = SPECIES.length();

  /** Partial sums of this many weights stay in the second cache; a multiple of every tile. */
  private static final int SUMS = 4608;

  private final float[] chain = new float[Kernels.FRONT + SUMS * Kernels.LANES];
  private final float[] totals = new float[SUMS * Kernels.LANES + Kernels.LANES];

  /** Weights that are added up at the same time: these taps of these output channels. */
  private record Part(int output, int outputEnd, int tap, int tapEnd) {
    /** Where the sums of a tile's output channels begin. */
    int sums(int channel) {
      return (channel - output) * (tapEnd - tap) * Kernels.LANES;
    }
  }

  /** See {@link ConvolutionKernels#gradient}. */
  void write(ConvolutionShape shape, MapWindow in, MapWindow delta, float[] gradient) {
    MapSize size = shape.out();
    GradientTile tile =
        RowTile.fits(shape.inputOffsets())
            ? new RowTile(shape, in, chain)
            : new SlopeTile(shape, in, chain);
    Slopes slopes = new Slopes(delta, size);
    int taps = Math.min(tile.allTaps(), SUMS / tile.outputs);
    int outputs = SUMS / taps / tile.outputs * tile.outputs;
    for (int tap = 0; tap < shape.taps(); tap += taps) {
      int tapEnd = Math.min(tile.allTaps(), tap + taps);
      for (int output = 0; output < size.channels(); output += outputs) {
        int outputEnd = Math.min(filledUp(size.channels(), tile.outputs), output + outputs);
        Part part = new Part(output, outputEnd, tap, tapEnd);
        addUp(tile, slopes, part);
        LaneTree.join(totals, part.sums(outputEnd) / Kernels.LANES);
        store(shape, tile, part, gradient);
      }
    }
  }

  private static int filledUp(int channels, int tile) {
    return (channels + tile - 1) / tile * tile;
  }

  /** All weights of the part go over some pixels before the next ones are read. */
  private void addUp(GradientTile tile, Slopes slopes, Part part) {
    int numbers = part.sums(part.outputEnd);
    Arrays.fill(totals, 0, numbers, 0);
    for (int begin = 0; begin < slopes.places.length; begin += slopes.chain) {
      int end = Math.min(slopes.places.length, begin + slopes.chain);
      Arrays.fill(chain, 0, Kernels.FRONT + numbers, 0);
      for (int p = begin; p < end; p += GradientTile.PIXELS) {
        int pixels = Math.min(end, p + GradientTile.PIXELS);
        for (int output = part.output; output < part.outputEnd; output += tile.outputs) {
          int[] channels = slopes.channels(output, tile.outputs);
          tile.load(slopes.maps, slopes.places, channels, p, pixels);
          for (int j = part.tap; j < part.tapEnd; j += tile.taps) {
            tile.add(
                j,
                Kernels.FRONT + part.sums(output) + (j - part.tap) * tile.outputs * Kernels.LANES);
          }
        }
      }
      for (int i = 0; i < numbers; i += WIDTH) {
        FloatVector sum = FloatVector.fromArray(SPECIES, totals, i);
        sum.add(FloatVector.fromArray(SPECIES, chain, Kernels.FRONT + i)).intoArray(totals, i);
      }
    }
  }

  private void store(ConvolutionShape shape, GradientTile tile, Part part, float[] gradient) {
    int tapEnd = Math.min(shape.taps(), part.tapEnd);
    int outputEnd = Math.min(shape.out().channels(), part.outputEnd);
    for (int output = part.output; output < outputEnd; output++) {
      int within = output % tile.outputs;
      int first = part.sums(output - within) / Kernels.LANES;
      int to = output * shape.weightStep();
      for (int j = part.tap; j < tapEnd; j++) {
        int row = (j - part.tap) / tile.taps * tile.outputs + within;
        int at = first + row * tile.taps + (j - part.tap) % tile.taps;
        gradient[to + shape.weightOffsets()[j]] = totals[at];
      }
    }
  }

  /** The gradient of what a convolution puts out. */
  private static final class Slopes {
    private final MapWindow maps;
    private final int outputs;
    private final int[] places;
    private final int chain;

    Slopes(MapWindow maps, MapSize size) {
      this.maps = maps;
      this.outputs = size.channels();
      this.places = maps.places(size.rows(), size.columns());
      this.chain = size.chainRows() * size.columns();
    }

    /** Where the channels of a tile begin; the last one again for those that do not exist. */
    int[] channels(int output, int count) {
      int[] channels = new int[count];
      for (int o = 0; o < count; o++) {
        channels[o] = Math.min(output + o, outputs - 1) * maps.steps().channel();
      }
      return channels;
    }
  }
}
