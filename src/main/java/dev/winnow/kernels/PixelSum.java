package dev.winnow.kernels;

import java.util.Arrays;

/** Sums over the pixels and examples of a channel in plain Java. Belongs to one thread. */
final class PixelSum {
  private static final int LANES = Kernels.LANES;

  private final float[] chain = new float[LANES];
  private final float[] lanes = new float[LANES];

  /** A factor at pixel p of the batch, in place l of its block. */
  interface Factor {
    float at(int p, int l);
  }

  /** A channel without its mean, and 0 in examples beyond the batch. */
  static final class Centred implements Factor {
    private final MapWindow maps;
    private final int[] places;
    private final int channel;
    private final float mean;

    Centred(MapWindow maps, int[] places, int channel, float mean) {
      this.maps = maps;
      this.places = places;
      this.channel = channel * maps.steps().channel();
      this.mean = mean;
    }

    @Override
    public float at(int p, int l) {
      int block = p / (places.length / maps.blocks());
      boolean beyond = block * LANES + l >= maps.examples();
      return beyond ? 0 : maps.values()[places[p] + channel + l] - mean;
    }
  }

  /** {@code Σ a · b}, in the order of {@link ConvolutionKernels}. */
  float of(MapSize size, int pixels, Factor a, Factor b) {
    Arrays.fill(lanes, 0);
    Arrays.fill(chain, 0);
    for (int p = 0; p < pixels; p++) {
      if (p % (size.chainRows() * size.columns()) == 0) {
        endChain();
      }
      for (int l = 0; l < LANES; l++) {
        chain[l] = Math.fma(a.at(p, l), b.at(p, l), chain[l]);
      }
    }
    endChain();
    return Lanes.sum(lanes);
  }

  private void endChain() {
    for (int l = 0; l < LANES; l++) {
      lanes[l] += chain[l];
    }
    Arrays.fill(chain, 0);
  }
}
