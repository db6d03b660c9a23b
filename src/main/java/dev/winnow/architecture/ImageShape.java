package dev.winnow.architecture;

/** The shape of what a network reads: channels × height × width, in this order. */
public record ImageShape(int channels, int height, int width) {
  /** Numbers in one image over all channels. */
  public int size() {
    return Math.multiplyExact(channels, Math.multiplyExact(height, width));
  }
}
