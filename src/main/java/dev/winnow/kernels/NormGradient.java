package dev.winnow.kernels;

/**
 * What the gradient of a normalised channel depends on beside its pixels. The arrays are those of
 * its owner, not copies.
 */
public final class NormGradient {
  private final ChannelNorm norm;
  private final float[] slopes;
  private final float[] products;

  /**
   * @param slopes the mean of δ in each channel
   * @param products the mean of δ · (x − μ), divided by the variance
   */
  public NormGradient(ChannelNorm norm, float[] slopes, float[] products) {
    this.norm = norm;
    this.slopes = slopes;
    this.products = products;
  }

  public ChannelNorm norm() {
    return norm;
  }

  public float slope(int channel) {
    return slopes[channel];
  }

  public float product(int channel) {
    return products[channel];
  }
}
