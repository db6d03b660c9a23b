package dev.winnow.kernels;

/**
 * Batch normalisation channel by channel: {@code (x − mean) · scale + shift}, where zero may take
 * the place of what is below it. The arrays are those of its owner, not copies.
 *
 * @param scales γ ÷ √(σ² + ε) of each channel
 * @param shifts β of each channel, from {@code from} on
 */
public record ChannelNorm(
    float[] means, float[] scales, float[] shifts, int from, boolean rectified) {
  /** β of a channel. */
  public float shift(int channel) {
    return shifts[from + channel];
  }
}
