package dev.winnow.kernels;

/**
 * Batch normalisation channel by channel: {@code (x − mean) · scale + shift}, which a ReLU may
 * follow. The arrays are those of its owner, not copies.
 */
public final class ChannelNorm {
  private final float[] means;
  private final float[] scales;
  private final float[] shifts;
  private final boolean relu;

  /**
   * @param scales γ ÷ √(σ² + ε) of each channel
   * @param shifts γ of all channels, then β
   */
  public ChannelNorm(float[] means, float[] scales, float[] shifts, boolean relu) {
    this.means = means;
    this.scales = scales;
    this.shifts = shifts;
    this.relu = relu;
  }

  public float mean(int channel) {
    return means[channel];
  }

  public float scale(int channel) {
    return scales[channel];
  }

  /** β of a channel. */
  public float shift(int channel) {
    return shifts[scales.length + channel];
  }

  public boolean relu() {
    return relu;
  }
}
