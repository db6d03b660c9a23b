package dev.winnow.report.figure;

import java.util.ArrayList;
import java.util.List;

/**
 * Weights remaining on a logarithmic axis that falls to the right.
 *
 * @param left the x of all weights
 * @param right the x of the smallest density
 * @param least the smallest density, from 0 (exclusive) to 1
 */
record DensityAxis(double left, double right, double least) {
  private static final double ROOM_FOR_A_LABEL = 38;

  double x(double density) {
    return least == 1 ? left : left + (right - left) * Math.log(density) / Math.log(least);
  }

  /**
   * Those of the given densities whose labels have room beside each other.
   *
   * @param densities descending
   */
  List<Double> ticks(List<Double> densities) {
    List<Double> ticks = new ArrayList<>();
    double last = Double.NEGATIVE_INFINITY;
    for (double density : densities) {
      if (x(density) - last >= ROOM_FOR_A_LABEL) {
        ticks.add(density);
        last = x(density);
      }
    }
    return ticks;
  }
}
