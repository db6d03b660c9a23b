package dev.winnow.dataset;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How training images are changed at random before a network sees them. */
public enum Augmentation {
  @JsonProperty("none")
  NONE(false, false),
  /** Every other image is turned left to right. */
  @JsonProperty("flip")
  FLIP(true, false),
  /** Each image is moved by at most 4 pixels each way; 0 comes in from beyond the edge. */
  @JsonProperty("crop")
  CROP(false, true),
  /** Both, as the paper does for ResNet-18 and VGG-19. */
  @JsonProperty("flip-crop")
  FLIP_CROP(true, true);

  private final boolean flips;
  private final boolean crops;

  Augmentation(boolean flips, boolean crops) {
    this.flips = flips;
    this.crops = crops;
  }

  boolean flips() {
    return flips;
  }

  boolean crops() {
    return crops;
  }
}
