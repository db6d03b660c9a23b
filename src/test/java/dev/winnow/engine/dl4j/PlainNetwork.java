package dev.winnow.engine.dl4j;

import dev.winnow.architecture.Activation;
import dev.winnow.architecture.LayerSpec;
import java.util.List;

/** Dense layers as they are defined, in loops over doubles. */
final class PlainNetwork {
  private PlainNetwork() {}

  static double[] logits(List<LayerSpec> layers, double[] values, double[] input) {
    double[] activations = input;
    int offset = 0;
    for (LayerSpec layer : layers) {
      LayerSpec.Dense dense = (LayerSpec.Dense) layer;
      activations = forward(dense, values, offset, activations);
      offset += dense.outputs() * (dense.inputs() + 1);
    }
    return activations;
  }

  private static double[] forward(
      LayerSpec.Dense dense, double[] values, int offset, double[] input) {
    int biases = offset + dense.outputs() * dense.inputs();
    double[] output = new double[dense.outputs()];
    for (int o = 0; o < output.length; o++) {
      double sum = values[biases + o];
      for (int i = 0; i < input.length; i++) {
        sum += values[offset + o * input.length + i] * input[i];
      }
      output[o] = dense.activation() == Activation.RELU ? Math.max(0, sum) : sum;
    }
    return output;
  }
}
