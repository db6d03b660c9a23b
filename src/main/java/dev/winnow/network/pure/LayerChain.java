package dev.winnow.network.pure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Layers one on another within a network, with the activations of a batch that is learned. */
final class LayerChain {
  private final List<Layer> layers;
  private final float[][] activations;
  private final ScratchArrays scratch;

  /**
   * @param layers at least one
   * @param scratch may be shared by chains that do not go forward or backward at the same time
   */
  LayerChain(List<Layer> layers, int batchSize, ScratchArrays scratch) {
    this.layers = List.copyOf(layers);
    this.activations =
        layers.stream().map(layer -> new float[layer.size(batchSize)]).toArray(float[][]::new);
    this.scratch = scratch;
  }

  ScratchArrays scratch() {
    return scratch;
  }

  void at(int iteration) {
    layers.forEach(layer -> layer.at(iteration));
  }

  /** The last layer's activations of a batch that is learned; stay until the next batch. */
  float[] forward(float[] in, int examples) {
    for (int i = 0; i < layers.size(); i++) {
      layers.get(i).forward(below(in, i), activations[i], examples);
    }
    return activations[layers.size() - 1];
  }

  /** The last layer's activations of examples that are not learned; stay until the next call. */
  float[] infer(float[] in, int examples) {
    float[] from = in;
    for (int i = 0; i < layers.size(); i++) {
      float[] to = scratch.atLeast(layers.get(i).size(examples), i % 2);
      layers.get(i).infer(from, to, examples);
      from = to;
    }
    return from;
  }

  /**
   * @param in what {@link #forward} was given for this batch
   * @param delta the gradient of what it gave; stays as it is
   * @param inDelta receives the gradient of {@code in}
   */
  void backward(float[] in, float[] delta, float @Nullable [] inDelta, int examples) {
    int last = layers.size() - 1;
    float[] own = delta(last);
    System.arraycopy(delta, 0, own, 0, own.length);
    for (int i = last; i >= 0; i--) {
      float[] next = i > 0 ? delta(i - 1) : inDelta;
      layers.get(i).backward(below(in, i), activations[i], delta(i), next, examples);
    }
  }

  private float[] below(float[] in, int layer) {
    return layer == 0 ? in : activations[layer - 1];
  }

  private float[] delta(int layer) {
    return scratch.of(activations[layer].length, layer % 2);
  }

  List<Parameters> parameters() {
    return layers.stream().flatMap(layer -> layer.parameters().stream()).toList();
  }
}
