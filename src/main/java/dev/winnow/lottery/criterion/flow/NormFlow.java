package dev.winnow.lottery.criterion.flow;

import dev.winnow.architecture.LayerSpec;
import java.util.Arrays;

/** Batch normalisation as a factor for each channel, |γ| ÷ √(σ² + ε), with its running variance. */
final class NormFlow implements FlowLayer {
  private final double[] factors;
  private final int area;

  NormFlow(LayerSpec.BatchNorm spec, AbsoluteValues sizes, int offset) {
    area = spec.height() * spec.width();
    double[] values = sizes.values();
    factors = new double[spec.channels()];
    // Weights, biases, running means and running variances follow each other.
    int variances = offset + 3 * spec.channels();
    Arrays.setAll(
        factors,
        c -> values[offset + c] / Math.sqrt(values[variances + c] + LayerSpec.BatchNorm.EPSILON));
  }

  @Override
  public double[] forward(double[] in) {
    return scaled(in);
  }

  @Override
  public double[] backward(double[] in, double[] delta) {
    return scaled(delta);
  }

  private double[] scaled(double[] values) {
    double[] scaled = new double[values.length];
    Arrays.setAll(scaled, i -> values[i] * factors[i / area]);
    return scaled;
  }
}
