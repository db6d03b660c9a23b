package dev.winnow.engine.dl4j;

import dev.winnow.architecture.LayerSpec;
import dev.winnow.architecture.ParameterLayout;
import dev.winnow.architecture.TensorSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.graph.ComputationGraph;

/**
 * How DL4J's flat values differ from the layout: layers stand in the graph's own order, and a
 * convolution's biases before its weights. DL4J's dense [in, out] weights in column-major order are
 * the layout's [out, in] in row-major order.
 */
final class ValueOrder {
  /** A tensor that begins elsewhere. */
  private record Move(int layout, int graph, int size) {}

  private final List<Move> moves = new ArrayList<>();
  private boolean same = true;

  /**
   * @param graph of these layers; ready
   */
  ValueOrder(List<LayerSpec> layers, ComputationGraph graph) {
    Map<String, Integer> offsets = new HashMap<>();
    for (ParameterLayout.Place place : ParameterLayout.of(layers).places()) {
      offsets.put(place.tensor().name(), place.offset());
    }
    Map<String, List<TensorSpec>> tensors = new HashMap<>();
    layers.stream()
        .flatMap(LayerSpec::parts)
        .forEach(part -> tensors.put(part.name(), part.accept(new GraphTensors())));
    int offset = 0;
    for (String layer : inOrder(graph)) {
      for (TensorSpec tensor : tensors.getOrDefault(layer, List.of())) {
        int place = offsets.getOrDefault(tensor.name(), -1);
        moves.add(new Move(place, offset, tensor.size()));
        same &= place == offset;
        offset += tensor.size();
      }
    }
  }

  private static List<String> inOrder(ComputationGraph graph) {
    return Arrays.stream(graph.topologicalSortOrder())
        .mapToObj(vertex -> graph.getVertices()[vertex].getVertexName())
        .toList();
  }

  /** The values in DL4J's order; the same array if the orders are the same. */
  float[] ofLayout(float[] flat) {
    if (same) {
      return flat;
    }
    float[] ordered = new float[flat.length];
    for (Move each : moves) {
      System.arraycopy(flat, each.layout, ordered, each.graph, each.size);
    }
    return ordered;
  }

  /** Brings values from DL4J's order into that of the layout. */
  void toLayout(float[] values) {
    if (same) {
      return;
    }
    float[] ordered = values.clone();
    for (Move each : moves) {
      System.arraycopy(ordered, each.graph, values, each.layout, each.size);
    }
  }
}
