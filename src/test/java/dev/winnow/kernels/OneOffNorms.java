package dev.winnow.kernels;

/** Wrong on purpose: what they read is one pixel off. */
final class OneOffNorms implements NormKernels {
  private final NormKernels right = new PlainNorms();

  @Override
  public void squares(MapSize size, MapWindow maps, float[] means, float[] sums) {
    right.squares(size, OneOffConvolutions.shifted(maps), means, sums);
  }

  @Override
  public void normalise(MapSize size, ChannelNorm norm, MapWindow in, MapWindow out) {
    right.normalise(size, norm, OneOffConvolutions.shifted(in), out);
  }

  @Override
  public void normaliseOnto(
      MapSize size, ChannelNorm norm, MapWindow in, MapAddend addend, MapWindow out) {
    right.normaliseOnto(size, norm, OneOffConvolutions.shifted(in), addend, out);
  }

  @Override
  public void slopes(MapSize size, ChannelNorm norm, MapWindow in, MapWindow delta, float[] sums) {
    right.slopes(size, norm, OneOffConvolutions.shifted(in), delta, sums);
  }

  @Override
  public void gradient(
      MapSize size, NormGradient norm, MapWindow in, MapWindow delta, MapWindow inDelta) {
    right.gradient(size, norm, OneOffConvolutions.shifted(in), delta, inDelta);
  }
}
