package dev.winnow.network.pure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Layers one on another within a network, with the activations of a batch that is learned. What the
 * last layer gives is kept only if that layer reads it again.
 */
final class LayerChain {
  /** Gradients need slots of their own: their arrays are as long as a batch needs. */
  private static final int INFERENCE = 3;

  private final ActivationLayout in;
  private final List<Layer> layers;
  private final float[][] activations;
  private final ScratchArrays scratch;

  /**
   * @param in of what the first layer reads
   * @param layers at least one
   * @param scratch may be shared by chains that do not compute at the same time
   */
  LayerChain(ActivationLayout in, List<Layer> layers, int batchSize, ScratchArrays scratch) {
    this.in = in;
    this.layers = List.copyOf(layers);
    this.activations =
        layers.stream()
            .limit(layers.size() - (last().keepsOutput() ? 0 : 1))
            .map(layer -> new float[layer.layout().size(batchSize)])
            .toArray(float[][]::new);
    this.scratch = scratch;
  }

  /** Of what the first layer reads. */
  ActivationLayout in() {
    return in;
  }

  ScratchArrays scratch() {
    return scratch;
  }

  private Layer last() {
    return layers.get(layers.size() - 1);
  }

  void at(int iteration) {
    layers.forEach(layer -> layer.at(iteration));
  }

  /** Computes the activations of a batch that is learned. */
  void forward(float[] in, float[] out, int examples) {
    float[] from = belowLast(in, examples);
    last().forward(from, out, examples);
    if (last().keepsOutput()) {
      System.arraycopy(out, 0, activations[layers.size() - 1], 0, out.length);
    }
  }

  /** Likewise, and adds what goes past. */
  void forwardOnto(Shortcut shortcut, float[] in, float[] out, int examples) {
    float[] from = belowLast(in, examples);
    if (last().keepsOutput()) {
      float[] own = activations[layers.size() - 1];
      last().forward(from, own, examples);
      shortcut.addTo(own, out, own.length);
    } else {
      last().forwardOnto(shortcut, from, out, examples);
    }
  }

  /** What the last layer is given. */
  private float[] belowLast(float[] in, int examples) {
    for (int i = 0; i < layers.size() - 1; i++) {
      layers.get(i).forward(below(in, i), activations[i], examples);
    }
    return below(in, layers.size() - 1);
  }

  /** The last layer's activations of examples that are not learned; stay until the next call. */
  float[] infer(float[] in, int examples) {
    float[] from = in;
    for (int i = 0; i < layers.size(); i++) {
      float[] to = scratch.of(layers.get(i).layout(), examples, INFERENCE + i % 2);
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
    float[] own = delta;
    float[] out = delta;
    if (last().keepsOutput()) {
      own = delta(last, examples);
      System.arraycopy(delta, 0, own, 0, own.length);
      out = activations[last];
    }
    for (int i = last; i >= 0; i--) {
      float[] next = i > 0 ? delta(i - 1, examples) : inDelta;
      layers.get(i).backward(below(in, i), i == last ? out : activations[i], own, next, examples);
      own = next == null ? own : next;
    }
  }

  private float[] below(float[] in, int layer) {
    return layer == 0 ? in : activations[layer - 1];
  }

  private float[] delta(int layer, int examples) {
    return scratch.of(layers.get(layer).layout(), examples, layer % 2);
  }

  List<Parameters> parameters() {
    return layers.stream().flatMap(layer -> layer.parameters().stream()).toList();
  }
}
