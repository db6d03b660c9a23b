package dev.winnow.kernels;

import java.util.Arrays;

/** Convolutions in plain Java. Belongs to one thread. */
final class PlainConvolutions implements ConvolutionKernels {
  private static final int LANES = Kernels.LANES;

  private final float[] chain = new float[LANES];
  private final float[] lanes = new float[LANES];
  private final PixelSum sum = new PixelSum();

  @Override
  public void convolve(
      ConvolutionShape shape, MapWindow in, float[] weights, Epilogue epilogue, MapWindow out) {
    int[] from = in.places(shape.out().rows(), shape.out().columns());
    int[] to = out.places(shape.out().rows(), shape.out().columns());
    for (int o = 0; o < shape.out().channels(); o++) {
      for (int p = 0; p < to.length; p++) {
        Arrays.fill(lanes, 0);
        Arrays.fill(chain, epilogue.bias(o));
        for (int j = 0; j < shape.taps(); j++) {
          if (j > 0 && j % Kernels.CHAIN == 0) {
            endChain();
          }
          float weight = weights[shape.weightOffsets()[j] + o * shape.weightStep()];
          int at = from[p] + shape.inputOffsets()[j];
          for (int l = 0; l < LANES; l++) {
            chain[l] = Math.fma(weight, in.values()[at + l], chain[l]);
          }
        }
        endChain();
        for (int l = 0; l < LANES; l++) {
          float sum = epilogue.relu() ? Math.max(lanes[l], 0) : lanes[l];
          out.values()[to[p] + o * out.steps().channel() + l] = sum;
        }
      }
    }
  }

  private void endChain() {
    for (int l = 0; l < LANES; l++) {
      lanes[l] += chain[l];
    }
    Arrays.fill(chain, 0);
  }

  @Override
  public void gradient(
      ConvolutionShape shape, MapWindow in, MapWindow delta, float[] gradient, int biases) {
    sums(shape.out(), delta, gradient, biases);
    MapSize size = shape.out();
    int[] from = in.places(size.rows(), size.columns());
    int[] at = delta.places(size.rows(), size.columns());
    for (int o = 0; o < size.channels(); o++) {
      int channel = o * delta.steps().channel();
      for (int j = 0; j < shape.taps(); j++) {
        int offset = shape.inputOffsets()[j];
        gradient[shape.weightOffsets()[j] + o * shape.weightStep()] =
            sum.of(
                size,
                at.length,
                (p, l) -> delta.values()[at[p] + channel + l],
                (p, l) -> in.values()[from[p] + offset + l]);
      }
    }
  }

  @Override
  public void sums(MapSize size, MapWindow maps, float[] sums, int to) {
    int[] places = maps.places(size.rows(), size.columns());
    for (int c = 0; c < size.channels(); c++) {
      sums[to + c] =
          sum.of(size, places.length, (p, l) -> 1, new PixelSum.Centred(maps, places, c, 0));
    }
  }
}
