package dev.winnow.lottery;

import dev.winnow.architecture.ParameterLayout;
import dev.winnow.architecture.Weights;

/** The signs of a network's prunable weights, to be given to other sizes; all else stays. */
final class Signs {
  private final Weights weights;

  private Signs(Weights weights) {
    this.weights = weights;
  }

  static Signs of(Weights weights) {
    return new Signs(weights);
  }

  /** The sizes of other weights with these signs. */
  Weights give(Weights sizes) {
    float[] values = weights.values();
    for (ParameterLayout.Place place : weights.layout().prunable()) {
      for (int i = place.offset(); i < place.end(); i++) {
        values[i] = Math.signum(values[i]) * Math.abs(sizes.value(i));
      }
    }
    return new Weights(weights.layout(), values);
  }

  /** Each layer's standard deviation with these signs. */
  Weights giveDeviations(Weights others) {
    float[] values = weights.values();
    for (ParameterLayout.Place place : weights.layout().prunable()) {
      float deviation = (float) others.deviation(place);
      for (int i = place.offset(); i < place.end(); i++) {
        values[i] = Math.signum(values[i]) * deviation;
      }
    }
    return new Weights(weights.layout(), values);
  }
}
