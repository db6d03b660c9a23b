package dev.winnow.network.pure;

import dev.winnow.architecture.Activation;
import dev.winnow.architecture.LayerSpec;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A fully connected layer's sizes, and the orders in which its weights stand.
 *
 * @param relu whether a ReLU follows
 */
record DenseShape(int inputs, int outputs, boolean relu) {
  static DenseShape of(LayerSpec.Dense spec) {
    return new DenseShape(spec.inputs(), spec.outputs(), spec.activation() == Activation.RELU);
  }

  int paddedInputs() {
    return FeatureMajor.padded(inputs);
  }

  int paddedOutputs() {
    return FeatureMajor.padded(outputs);
  }

  /** Weights as [outputs, padded inputs]. */
  int paddedWeights() {
    return outputs * paddedInputs();
  }

  /**
   * For each weight in the order [outputs, padded inputs] its place in the layout.
   *
   * @param offset the place of the layer's first weight
   */
  int[] byOutput(int offset) {
    int[] places = new int[paddedWeights()];
    Arrays.fill(places, Parameters.NOWHERE);
    for (int u = 0; u < outputs; u++) {
      for (int p = 0; p < inputs; p++) {
        places[u * paddedInputs() + p] = offset + u * inputs + p;
      }
    }
    return places;
  }

  /**
   * Numbers in an array of rows of {@link #paddedOutputs} weights, one for each input, their number
   * made even.
   */
  int weightsByInput() {
    return FeatureMajor.row(inputs + inputs % 2, paddedOutputs());
  }

  /** For each number of such an array its place in the layout. */
  int[] byInput(int offset) {
    int[] places = new int[weightsByInput()];
    Arrays.fill(places, Parameters.NOWHERE);
    for (int p = 0; p < inputs; p++) {
      for (int u = 0; u < outputs; u++) {
        places[FeatureMajor.row(p, paddedOutputs()) + u] = offset + u * inputs + p;
      }
    }
    return places;
  }

  /** The places of the biases in the layout. */
  int[] biases(int offset) {
    int first = offset + outputs * inputs;
    return IntStream.range(first, first + outputs).toArray();
  }
}
