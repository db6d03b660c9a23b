package dev.winnow.kernels;

/** Batch normalisation in plain Java. Belongs to one thread. */
final class PlainNorms implements NormKernels {
  private final PixelSum sum = new PixelSum();

  @Override
  public void squares(MapSize size, MapWindow maps, float[] means, float[] sums) {
    int[] places = maps.places(size.rows(), size.columns());
    for (int c = 0; c < size.channels(); c++) {
      PixelSum.Centred values = new PixelSum.Centred(maps, places, c, means[c]);
      sums[c] = sum.of(size, places.length, values, values);
    }
  }

  @Override
  public void normalise(MapSize size, ChannelNorm norm, MapWindow in, MapWindow out) {
    int[] from = in.places(size.rows(), size.columns());
    int[] to = out.places(size.rows(), size.columns());
    for (int c = 0; c < size.channels(); c++) {
      for (int p = 0; p < to.length; p++) {
        for (int l = 0; l < Kernels.LANES; l++) {
          float value = normalised(norm, c, in.values()[from[p] + c * in.steps().channel() + l]);
          out.values()[to[p] + c * out.steps().channel() + l] =
              norm.relu() ? Math.max(value, 0) : value;
        }
      }
    }
  }

  @Override
  public void normaliseOnto(
      MapSize size, ChannelNorm norm, MapWindow in, MapAddend addend, MapWindow out) {
    normalise(size, norm, in, out);
    int[] from = addend.maps().places(size.rows(), size.columns());
    int[] to = out.places(size.rows(), size.columns());
    for (int c = 0; c < size.channels(); c++) {
      for (int p = 0; p < to.length; p++) {
        for (int l = 0; l < Kernels.LANES; l++) {
          int place = to[p] + c * out.steps().channel() + l;
          int added = from[p] + c * addend.maps().steps().channel() + l;
          float sum = out.values()[place] + addend.maps().values()[added];
          out.values()[place] = addend.relu() ? Math.max(sum, 0) : sum;
        }
      }
    }
  }

  private static float normalised(ChannelNorm norm, int channel, float value) {
    return (value - norm.mean(channel)) * norm.scale(channel) + norm.shift(channel);
  }

  private static float slope(ChannelNorm norm, int channel, float value, float delta) {
    return !norm.relu() || normalised(norm, channel, value) > 0 ? delta : 0;
  }

  @Override
  public void slopes(MapSize size, ChannelNorm norm, MapWindow in, MapWindow delta, float[] sums) {
    int[] from = in.places(size.rows(), size.columns());
    int[] at = delta.places(size.rows(), size.columns());
    for (int c = 0; c < size.channels(); c++) {
      int channel = c;
      PixelSum.Centred values = new PixelSum.Centred(in, from, c, norm.mean(c));
      PixelSum.Centred plain = new PixelSum.Centred(in, from, c, 0);
      PixelSum.Centred deltas = new PixelSum.Centred(delta, at, c, 0);
      PixelSum.Factor slopes = (p, l) -> slope(norm, channel, plain.at(p, l), deltas.at(p, l));
      sums[c] = sum.of(size, at.length, (p, l) -> 1, slopes);
      sums[size.channels() + c] = sum.of(size, at.length, slopes, values);
    }
  }

  @Override
  public void gradient(
      MapSize size, NormGradient norm, MapWindow in, MapWindow delta, MapWindow inDelta) {
    int[] from = in.places(size.rows(), size.columns());
    int[] at = delta.places(size.rows(), size.columns());
    int[] to = inDelta.places(size.rows(), size.columns());
    for (int c = 0; c < size.channels(); c++) {
      float mean = norm.norm().mean(c);
      for (int p = 0; p < to.length; p++) {
        for (int l = 0; l < Kernels.LANES; l++) {
          float value = in.values()[from[p] + c * in.steps().channel() + l];
          float given = delta.values()[at[p] + c * delta.steps().channel() + l];
          float slope = slope(norm.norm(), c, value, given);
          inDelta.values()[to[p] + c * inDelta.steps().channel() + l] =
              norm.norm().scale(c) * (slope - norm.slope(c) - (value - mean) * norm.product(c));
        }
      }
    }
  }
}
