package dev.winnow.lottery.criterion.flow;

import dev.winnow.architecture.InputSize;
import dev.winnow.architecture.LayerSpec;
import dev.winnow.architecture.Weights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What flows through a network from an image of ones, if all its weights are positive (Tanaka et
 * al. 2020, 2006.05467, equation 2). Doubles, since the flow grows by orders of magnitude in each
 * layer.
 */
public final class SynapticFlow {
  private final Weights weights;
  private final AbsoluteValues sizes;
  private final List<FlowLayer> layers;
  private final int inputs;

  /**
   * @param specs from input to output
   * @param weights in their layout, pruned ones 0
   */
  public SynapticFlow(List<LayerSpec> specs, Weights weights) {
    this.weights = weights;
    this.sizes = new AbsoluteValues(weights);
    this.inputs = specs.get(0).accept(new InputSize());
    this.layers = new FlowLayers(sizes).of(specs);
  }

  /** The sum of all outputs. */
  public double sum() {
    List<double[]> values = forward();
    return sum(values);
  }

  /**
   * The derivatives of the logarithm of {@link #sum} by each weight, in the order of the layout; 0
   * if nothing flows, and for values that are not prunable.
   */
  public Weights gradient() {
    List<double[]> values = forward();
    double sum = sum(values);
    float[] gradient = new float[weights.layout().size()];
    if (sum > 0) {
      Arrays.fill(sizes.gradient(), 0);
      double[] delta = new double[values.get(layers.size()).length];
      Arrays.fill(delta, 1 / sum);
      for (int l = layers.size() - 1; l >= 0; l--) {
        delta = layers.get(l).backward(values.get(l), delta);
      }
      for (int i = 0; i < gradient.length; i++) {
        gradient[i] = (float) (sizes.gradient()[i] * Math.signum(weights.value(i)));
      }
    }
    return new Weights(weights.layout(), gradient);
  }

  private static double sum(List<double[]> values) {
    return Arrays.stream(values.get(values.size() - 1)).sum();
  }

  /** What goes into each layer, and what comes out of the last. */
  private List<double[]> forward() {
    double[] ones = new double[inputs];
    Arrays.fill(ones, 1);
    List<double[]> values = new ArrayList<>(List.of(ones));
    for (FlowLayer layer : layers) {
      values.add(layer.forward(values.get(values.size() - 1)));
    }
    return values;
  }
}
