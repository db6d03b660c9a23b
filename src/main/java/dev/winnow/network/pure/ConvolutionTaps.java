package dev.winnow.network.pure;

import dev.winnow.architecture.LayerSpec;
import dev.winnow.kernels.ConvolutionShape;
import dev.winnow.kernels.Kernels;
import dev.winnow.kernels.MapSize;
import java.util.stream.IntStream;

/** What a convolution multiplies, forward and for the gradient of its input. */
final class ConvolutionTaps {
  private final LayerSpec.Convolution spec;
  private final FeatureMaps in;
  private final FeatureMaps out;

  ConvolutionTaps(LayerSpec.Convolution spec) {
    this.spec = spec;
    this.in = FeatureMaps.into(spec);
    this.out = FeatureMaps.outOf(spec);
  }

  /** Taps in the order (i, ky, kx), which is that of the weights of an output channel. */
  ConvolutionShape forward() {
    int side = spec.kernel();
    int taps = in.channels() * side * side;
    int[] offsets = new int[taps];
    for (int tap = 0; tap < taps; tap++) {
      int down = tap / side % side - spec.padding();
      int right = tap % side - spec.padding();
      offsets[tap] = offset(in, tap / (side * side), down, right);
    }
    return new ConvolutionShape(offsets, IntStream.range(0, taps).toArray(), taps, out.mapSize());
  }

  /**
   * The gradient of every {@code stride}-th pixel of the input, from one pixel on. Input (y, x)
   * passes ky to the output of row (y + padding − ky) ÷ stride, where that is whole. Taps are in
   * the order (o, row, column).
   *
   * @param row of the first pixel, less than the stride
   * @param column likewise
   */
  ConvolutionShape backward(int row, int column) {
    int[] down = reached(row);
    int[] right = reached(column);
    int side = spec.kernel();
    int[] offsets = new int[out.channels() * down.length * right.length];
    int[] weights = new int[offsets.length];
    int tap = 0;
    for (int o = 0; o < out.channels(); o++) {
      for (int y : down) {
        for (int x : right) {
          int ky = row + spec.padding() - y * spec.stride();
          int kx = column + spec.padding() - x * spec.stride();
          offsets[tap] = offset(out, o, y, x);
          weights[tap++] = (o * in.channels() * side + ky) * side + kx;
        }
      }
    }
    int rows = strides(in.height() - row);
    int columns = strides(in.width() - column);
    return new ConvolutionShape(
        offsets, weights, side * side, new MapSize(in.channels(), rows, columns));
  }

  /** The rows of the output that an input row of this phase reaches, relative to its own. */
  private int[] reached(int phase) {
    return IntStream.range(0, spec.kernel())
        .map(k -> phase + spec.padding() - (spec.kernel() - 1 - k))
        .filter(distance -> distance % spec.stride() == 0)
        .map(distance -> distance / spec.stride())
        .toArray();
  }

  private int strides(int pixels) {
    return (pixels + spec.stride() - 1) / spec.stride();
  }

  private static int offset(FeatureMaps maps, int channel, int down, int right) {
    return channel * maps.channelStep() + down * maps.rowStep() + right * Kernels.LANES;
  }
}
