package dev.winnow.kernels.vector;

import dev.winnow.kernels.ConvolutionKernels;
import dev.winnow.kernels.ConvolutionShape;
import dev.winnow.kernels.Epilogue;
import dev.winnow.kernels.Kernels;
import dev.winnow.kernels.MapSize;
import dev.winnow.kernels.MapWindow;
import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * A convolution in tiles. All output channels go over a few pixels before the next ones do, so that
 * what these read stays in the cache. Belongs to one thread.
 */
final class TapProduct {
  private static final VectorSpecies<Float> SPECIES = VectorKernels.SPECIES;
  private static final int WIDTH = SPECIES.length();
  private static final int TILE = TapChain.TILE;

  /** The weights of a tile are read again for this many pixels. */
  private static final int PIXELS = 32;

  private final PixelPlaces places = new PixelPlaces();
  private float[] packed = new float[0];

  /** See {@link ConvolutionKernels#convolve}. */
  void write(
      ConvolutionShape shape, MapWindow in, float[] weights, Epilogue epilogue, MapWindow out) {
    MapSize size = shape.out();
    int[] from = places.filledUp(in, size, TILE);
    float[] starts = new float[tiles(size.channels()) * TILE];
    for (int o = 0; o < size.channels(); o++) {
      starts[o] = epilogue.bias(o);
    }
    int longest = Math.min(Kernels.CHAIN, shape.taps());
    if (packed.length < starts.length * longest) {
      packed = new float[starts.length * longest];
    }
    TapChain chain = new TapChain(in.values(), from, shape, packed, starts);
    Target target = new Target(out, size, places.of(out, size));
    int first = 0;
    do {
      int end = Math.min(shape.taps(), first + Kernels.CHAIN);
      target.added = first > 0;
      target.floor = epilogue.relu() && end == shape.taps() ? 0 : Float.NEGATIVE_INFINITY;
      pack(shape, weights, first, end);
      chain.moveTo(first, end);
      for (int pixel = 0; pixel < from.length; pixel += PIXELS) {
        write(chain, target, pixel, Math.min(from.length, pixel + PIXELS));
      }
      Arrays.fill(starts, 0);
      first = end;
    } while (first < shape.taps());
  }

  private static void write(TapChain chain, Target target, int begin, int end) {
    for (int output = 0; output < target.channels; output += TILE) {
      for (int pixel = begin; pixel < end; pixel += TILE) {
        for (int lane = 0; lane < Kernels.LANES; lane += WIDTH) {
          target.store(chain.sums(pixel, output, lane), pixel, output, lane);
        }
      }
    }
  }

  /** Weights of the last tile's channels that do not exist are 0. */
  private void pack(ConvolutionShape shape, float[] weights, int first, int end) {
    int[] offsets = shape.weightOffsets();
    int to = 0;
    for (int tile = 0; tile < tiles(shape.out().channels()); tile++) {
      for (int j = first; j < end; j++) {
        for (int o = tile * TILE; o < (tile + 1) * TILE; o++) {
          boolean exists = o < shape.out().channels();
          packed[to++] = exists ? weights[offsets[j] + o * shape.weightStep()] : 0;
        }
      }
    }
  }

  private static int tiles(int count) {
    return (count + TILE - 1) / TILE;
  }

  /** Where sums go. */
  private static final class Target {
    private final float[] values;
    private final int[] places;
    private final int step;
    private final int channels;
    private boolean added;
    private float floor;

    Target(MapWindow out, MapSize size, int[] places) {
      this.values = out.values();
      this.places = places;
      this.step = out.steps().channel();
      this.channels = size.channels();
    }

    void store(float[] sums, int pixel, int output, int lane) {
      int pixels = Math.min(TILE, places.length - pixel);
      for (int r = 0; r < Math.min(TILE, channels - output); r++) {
        for (int q = 0; q < pixels; q++) {
          FloatVector sum =
              FloatVector.fromArray(SPECIES, sums, Kernels.FRONT + (r * TILE + q) * WIDTH);
          int to = places[pixel + q] + (output + r) * step + lane;
          if (added) {
            sum = FloatVector.fromArray(SPECIES, values, to).add(sum);
          }
          sum.max(floor).intoArray(values, to);
        }
      }
    }
  }
}
