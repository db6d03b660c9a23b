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
  private static final int TILE = SlopeTile.TILE;

  /** Partial sums of this many taps of four channels stay in the second cache. */
  private static final int TAPS = 288;

  private final float[] chain = new float[TAPS * TILE * Kernels.LANES];
  private final float[] totals = new float[TAPS * TILE * Kernels.LANES + Kernels.LANES];

  /** See {@link ConvolutionKernels#gradient}. */
  void write(ConvolutionShape shape, MapWindow in, MapWindow delta, float[] gradient) {
    int[] offsets = filledUp(shape.inputOffsets());
    int[] from = in.places(shape.out().rows(), shape.out().columns());
    SlopeTile tile = new SlopeTile(in.values(), from, offsets, chain);
    Slopes slopes = new Slopes(delta, shape.out());
    for (int tap = 0; tap < shape.taps(); tap += TAPS) {
      int end = Math.min(offsets.length, tap + TAPS);
      for (int output = 0; output < shape.out().channels(); output += TILE) {
        addUp(tile, slopes, output, tap, end);
        LaneTree.join(totals, (end - tap) * TILE);
        store(shape, output, tap, gradient);
      }
    }
  }

  private void addUp(SlopeTile tile, Slopes slopes, int output, int tap, int tapEnd) {
    int[] channels = slopes.channels(output);
    int numbers = (tapEnd - tap) * TILE * Kernels.LANES;
    Arrays.fill(totals, 0, numbers, 0);
    for (int begin = 0; begin < slopes.places.length; begin += slopes.chain) {
      int end = Math.min(slopes.places.length, begin + slopes.chain);
      Arrays.fill(chain, 0, numbers, 0);
      for (int p = begin; p < end; p += SlopeTile.PIXELS) {
        int pixels = Math.min(end, p + SlopeTile.PIXELS);
        tile.load(slopes.maps, slopes.places, channels, p, pixels);
        for (int j = tap; j < tapEnd; j += TILE) {
          tile.add(j, (j - tap) * TILE);
        }
      }
      for (int i = 0; i < numbers; i += WIDTH) {
        FloatVector sum = FloatVector.fromArray(SPECIES, totals, i);
        sum.add(FloatVector.fromArray(SPECIES, chain, i)).intoArray(totals, i);
      }
    }
  }

  private void store(ConvolutionShape shape, int output, int tap, float[] gradient) {
    int end = Math.min(shape.taps(), tap + TAPS);
    int outputs = Math.min(TILE, shape.out().channels() - output);
    for (int o = 0; o < outputs; o++) {
      int to = (output + o) * shape.weightStep();
      for (int j = tap; j < end; j++) {
        int row = (j - tap) / TILE * TILE + o;
        gradient[to + shape.weightOffsets()[j]] = totals[row * TILE + (j - tap) % TILE];
      }
    }
  }

  /** With the last offset again until they fill tiles. */
  private static int[] filledUp(int[] offsets) {
    int[] filled = Arrays.copyOf(offsets, (offsets.length + TILE - 1) / TILE * TILE);
    Arrays.fill(filled, offsets.length, filled.length, offsets[offsets.length - 1]);
    return filled;
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
    int[] channels(int output) {
      int[] channels = new int[TILE];
      for (int o = 0; o < TILE; o++) {
        channels[o] = Math.min(output + o, outputs - 1) * maps.steps().channel();
      }
      return channels;
    }
  }
}
