package dev.winnow.engine.dl4j;

import dev.winnow.architecture.LayerSpec;
import dev.winnow.architecture.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * How DL4J's flat values differ from the layout: a convolution's biases stand before its weights.
 * DL4J's dense [in, out] weights in column-major order are the layout's [out, in] in row-major
 * order.
 */
final class ValueOrder {
  /** A layer whose two tensors are exchanged. */
  private record Exchange(int offset, int weights, int biases) {}

  private final List<Exchange> exchanges = new ArrayList<>();

  ValueOrder(List<LayerSpec> layers) {
    int offset = 0;
    for (LayerSpec layer : layers) {
      List<Integer> sizes = layer.tensors().stream().map(Tensor::size).toList();
      if (layer instanceof LayerSpec.Convolution) {
        exchanges.add(new Exchange(offset, sizes.get(0), sizes.get(1)));
      }
      offset += sizes.stream().mapToInt(Integer::intValue).sum();
    }
  }

  /** The values in DL4J's order; the same array if the orders are the same. */
  float[] ofLayout(float[] flat) {
    if (exchanges.isEmpty()) {
      return flat;
    }
    float[] ordered = flat.clone();
    for (Exchange each : exchanges) {
      int biases = each.offset + each.weights;
      System.arraycopy(flat, biases, ordered, each.offset, each.biases);
      System.arraycopy(flat, each.offset, ordered, each.offset + each.biases, each.weights);
    }
    return ordered;
  }

  /** Brings values from DL4J's order into that of the layout. */
  void toLayout(float[] values) {
    for (Exchange each : exchanges) {
      float[] biases = new float[each.biases];
      System.arraycopy(values, each.offset, biases, 0, each.biases);
      System.arraycopy(values, each.offset + each.biases, values, each.offset, each.weights);
      System.arraycopy(biases, 0, values, each.offset + each.weights, each.biases);
    }
  }
}
