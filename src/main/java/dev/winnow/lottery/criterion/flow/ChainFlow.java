package dev.winnow.lottery.criterion.flow;

import java.util.ArrayList;
import java.util.List;

/** Layers one on another; without any, what goes in comes out. */
record ChainFlow(List<FlowLayer> layers) implements FlowLayer {
  @Override
  public double[] forward(double[] in) {
    double[] out = in;
    for (FlowLayer layer : layers) {
      out = layer.forward(out);
    }
    return out;
  }

  @Override
  public double[] backward(double[] in, double[] delta) {
    List<double[]> values = new ArrayList<>(List.of(in));
    for (FlowLayer layer : layers) {
      values.add(layer.forward(values.get(values.size() - 1)));
    }
    double[] slopes = delta;
    for (int l = layers.size() - 1; l >= 0; l--) {
      slopes = layers.get(l).backward(values.get(l), slopes);
    }
    return slopes;
  }
}
