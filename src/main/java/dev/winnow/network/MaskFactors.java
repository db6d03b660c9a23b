package dev.winnow.network;

import dev.winnow.architecture.ParameterLayout;
import dev.winnow.lottery.Mask;
import java.util.Arrays;

/** A mask over all values of a network, those too that are never pruned. */
public final class MaskFactors {
  private MaskFactors() {}

  /** One factor for each value of the layout: 0 where the mask prunes, else 1; biases are 1. */
  public static float[] of(Mask mask) {
    float[] factors = new float[mask.layout().size()];
    Arrays.fill(factors, 1);
    int position = 0;
    for (ParameterLayout.Place place : mask.layout().prunable()) {
      for (int i = place.offset(); i < place.end(); i++, position++) {
        factors[i] = mask.keeps(position) ? 1 : 0;
      }
    }
    return factors;
  }
}
