package dev.winnow.lottery.criterion.flow;

import java.util.Arrays;

/** The sum of two ways from the same maps. */
record ResidualFlow(FlowLayer branch, FlowLayer shortcut) implements FlowLayer {
  @Override
  public double[] forward(double[] in) {
    return sum(branch.forward(in), shortcut.forward(in));
  }

  @Override
  public double[] backward(double[] in, double[] delta) {
    return sum(branch.backward(in, delta), shortcut.backward(in, delta));
  }

  private static double[] sum(double[] one, double[] other) {
    double[] sum = new double[one.length];
    Arrays.setAll(sum, i -> one[i] + other[i]);
    return sum;
  }
}
