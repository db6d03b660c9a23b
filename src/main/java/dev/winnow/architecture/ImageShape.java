package dev.winnow.architecture;

/** The shape of what a network reads: channels × height × width, in this order. */
public record ImageShape(int channels, int height, int width) {
  /** Numbers in one image over all channels. */
  public int size() {
    return Math.multiplyExact(channels, Math.multiplyExact(height, width));
  }

  /**
   * @param layer that reads it
   * @throws IllegalArgumentException if it has no channels or no pixels
   */
  void requirePixels(String layer) {
    if (channels < 1 || height < 1 || width < 1) {
      throw new IllegalArgumentException(
          "%s needs channels and pixels, has %d of %d × %d"
              .formatted(layer, channels, height, width));
    }
  }
}
