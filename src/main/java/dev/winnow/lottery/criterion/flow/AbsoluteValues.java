package dev.winnow.lottery.criterion.flow;

import dev.winnow.architecture.Weights;

/** The absolute values of a network and the derivatives by them, in the order of the layout. */
final class AbsoluteValues {
  private final double[] values;
  private final double[] gradient;

  AbsoluteValues(Weights weights) {
    values = new double[weights.layout().size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.abs((double) weights.value(i));
    }
    gradient = new double[values.length];
  }

  double[] values() {
    return values;
  }

  double[] gradient() {
    return gradient;
  }
}
