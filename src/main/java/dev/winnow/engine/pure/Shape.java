package dev.winnow.engine.pure;

import dev.winnow.architecture.Activation;
import dev.winnow.architecture.LayerSpec;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A fully connected layer's sizes, and the orders in which its weights stand.
 *
 * @param rectified whether a ReLU follows
 */
record Shape(int inputs, int outputs, boolean rectified) {
  static Shape of(LayerSpec.Dense spec) {
    return new Shape(spec.inputs(), spec.outputs(), spec.activation() == Activation.RELU);
  }

  int paddedInputs() {
    return Columns.padded(inputs);
  }

  int paddedOutputs() {
    return Columns.padded(outputs);
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

  /** Inputs, made even. */
  int evenInputs() {
    return inputs + inputs % 2;
  }

  /** For each weight in the order [even inputs, padded outputs] its place in the layout. */
  int[] byInput(int offset) {
    int[] places = new int[evenInputs() * paddedOutputs()];
    Arrays.fill(places, Parameters.NOWHERE);
    for (int p = 0; p < inputs; p++) {
      for (int u = 0; u < outputs; u++) {
        places[p * paddedOutputs() + u] = offset + u * inputs + p;
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
