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

  /** The 256 numbers that the 256 pixel values become, channel after channel. */
  public float[] table(Dataset dataset) {
    float[] table = new float[256 * dataset.shape().channels()];
    for (int i = 0; i < table.length; i++) {
      table[i] = (float) number(i % 256 / 255.0, dataset, i / 256);
    }
    return table;
  }

  private double number(double share, Dataset dataset, int channel) {
    return this == NONE
        ? share
        : (share - dataset.mean(channel)) / dataset.standardDeviation(channel);
  }
}
