package dev.winnow.dataset;

/** The shape of one image: channels × height × width, stored in that order. */
public record Shape(int channels, int height, int width) {
  /** Pixels of one image over all channels. */
  public int size() {
    return channels * height * width;
  }
}
