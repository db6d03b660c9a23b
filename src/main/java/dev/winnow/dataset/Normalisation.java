package dev.winnow.dataset;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a pixel becomes a number that a network reads. */
public enum Normalisation {
  /** x/255, from 0 to 1. */
  @JsonProperty("none")
  NONE,
  /** (x/255 − mean) ÷ standard deviation, with the data set's figures. */
  @JsonProperty("mean-std")
  MEAN_STD;

  /** The 256 numbers that the 256 pixel values become. */
  public float[] table(Dataset dataset) {
    float[] table = new float[256];
    for (int pixel = 0; pixel < 256; pixel++) {
      double share = pixel / 255.0;
      table[pixel] =
          (float) (this == NONE ? share : (share - dataset.mean()) / dataset.standardDeviation());
    }
    return table;
  }
}
