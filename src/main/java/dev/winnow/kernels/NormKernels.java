package dev.winnow.kernels;

/**
 * What batch normalisation is made of (Ioffe and Szegedy 2015, section 3), on blocks of {@link
 * Kernels#LANES} examples. Sums over pixels and examples go as {@link ConvolutionKernels} says.
 * Where a ReLU is active is told by its input, so that its output need not be read again.
 */
public interface NormKernels {
  /** {@code sums[c] = Σ (maps[c][p] − mean[c])²} over the batch's pixels and examples. */
  void squares(MapSize size, MapWindow maps, float[] means, float[] sums);

  /** {@code out[c][p] = (in[c][p] − mean[c]) · scale[c] + shift[c]}, then a ReLU if so said. */
  void normalise(MapSize size, ChannelNorm norm, MapWindow in, MapWindow out);

  /** Likewise, and then adds other maps to it: {@code out[c][p]} is the sum. */
  void normaliseOnto(MapSize size, ChannelNorm norm, MapWindow in, MapAddend addend, MapWindow out);

  /**
   * {@code sums[c] = Σ δ} and {@code sums[channels + c] = Σ δ · (in[c][p] − mean[c])} over the
   * batch's pixels and examples, where δ is {@code delta[c][p]}, or 0 where a ReLU is not active.
   */
  void slopes(MapSize size, ChannelNorm norm, MapWindow in, MapWindow delta, float[] sums);

  /**
   * {@code inDelta[c][p] = scale[c] · (δ − slope[c] − (in[c][p] − mean[c]) · product[c])} with the
   * δ of {@link #slopes}.
   */
  void gradient(MapSize size, NormGradient norm, MapWindow in, MapWindow delta, MapWindow inDelta);
}
