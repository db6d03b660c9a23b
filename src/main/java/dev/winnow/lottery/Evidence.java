package dev.winnow.lottery;

import dev.winnow.architecture.Layout;
import dev.winnow.architecture.Weights;
import dev.winnow.random.RandomStream;

/**
 * What a criterion may look at.
 *
 * @param mask under which the network was trained
 * @param initial weights at initialisation
 * @param trained weights after training
 * @param random a stream of its own for each trial and round
 */
public record Evidence(Mask mask, Weights initial, Weights trained, RandomStream random) {
  /** The values of the prunable positions, in order, without the biases between them. */
  public static float[] prunable(Weights weights) {
    Layout layout = weights.layout();
    float[] values = new float[layout.prunableSize()];
    int position = 0;
    for (Layout.Place place : layout.prunable()) {
      for (int i = place.offset(); i < place.end(); i++) {
        values[position++] = weights.value(i);
      }
    }
    return values;
  }
}
