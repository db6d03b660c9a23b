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
  private static final int SUMS = 1152;

  private final float[] chain = new float[SUMS * Kernels.LANES];
  private final float[] totals = new float[SUMS * Kernels.LANES + Kernels.LANES];

  /** See {@link ConvolutionKernels#gradient}. */
  void write(ConvolutionShape shape, MapWindow in, MapWindow delta, float[] gradient) {
    MapSize size = shape.out();
    GradientTile tile =
        RowTile.fits(shape.inputOffsets())
            ? new RowTile(shape, in, chain)
            : new SlopeTile(shape, in, chain);
    Slopes slopes = new Slopes(delta, size);
    int taps = SUMS / tile.outputs;
    for (int tap = 0; tap < shape.taps(); tap += taps) {
      int end = Math.min(tile.allTaps(), tap + taps);
      for (int output = 0; output < size.channels(); output += tile.outputs) {
        addUp(tile, slopes, output, tap, end);
        LaneTree.join(totals, (end - tap) * tile.outputs);
        store(shape, tile, output, tap, gradient);
      }
    }
  }

  private void addUp(GradientTile tile, Slopes slopes, int output, int tap, int tapEnd) {
    int[] channels = slopes.channels(output, tile.outputs);
    int numbers = (tapEnd - tap) * tile.outputs * Kernels.LANES;
    Arrays.fill(totals, 0, numbers, 0);
    for (int begin = 0; begin < slopes.places.length; begin += slopes.chain) {
      int end = Math.min(slopes.places.length, begin + slopes.chain);
      Arrays.fill(chain, 0, numbers, 0);
      for (int p = begin; p < end; p += GradientTile.PIXELS) {
        int pixels = Math.min(end, p + GradientTile.PIXELS);
        tile.load(slopes.maps, slopes.places, channels, p, pixels);
        for (int j = tap; j < tapEnd; j += tile.taps) {
          tile.add(j, (j - tap) * tile.outputs * Kernels.LANES);
        }
      }
      for (int i = 0; i < numbers; i += WIDTH) {
        FloatVector sum = FloatVector.fromArray(SPECIES, totals, i);
        sum.add(FloatVector.fromArray(SPECIES, chain, i)).intoArray(totals, i);
      }
    }
  }

  private void store(
      ConvolutionShape shape, GradientTile tile, int output, int tap, float[] gradient) {
    int end = Math.min(shape.taps(), tap + SUMS / tile.outputs);
    int outputs = Math.min(tile.outputs, shape.out().channels() - output);
    for (int o = 0; o < outputs; o++) {
      int to = (output + o) * shape.weightStep();
      for (int j = tap; j < end; j++) {
        int row = (j - tap) / tile.taps * tile.outputs + o;
        gradient[to + shape.weightOffsets()[j]] = totals[row * tile.taps + (j - tap) % tile.taps];
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
