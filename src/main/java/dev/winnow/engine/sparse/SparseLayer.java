package dev.winnow.engine.sparse;

import dev.winnow.architecture.Activation;
import dev.winnow.architecture.LayerSpec;
import dev.winnow.architecture.Layout;
import dev.winnow.architecture.Tensor;
import dev.winnow.engine.loop.MaskedOptimizer;
import dev.winnow.lottery.Mask;
import dev.winnow.training.Optimizer;
import java.util.List;

/** A dense layer of which only kept weights exist: no value, gradient or optimizer state else. */
final class SparseLayer {
  private final boolean rectified;
  private final Connections forward;
  private final Connections backward;
  private final int[] backwardOrder;
  private final float[] values;
  private final float[] gradient;
  private final float[] backwardValues;
  private final MaskedOptimizer optimizer;

  /**
   * @param kept positions in the layer's [outputs, inputs] weight, ascending
   * @param values one weight for each of them, then one bias for each output
   */
  SparseLayer(LayerSpec.Dense spec, int[] kept, float[] values, Optimizer optimizer) {
    this.rectified = spec.activation() == Activation.RELU;
    this.forward = Connections.of(kept, spec.outputs(), spec.inputs());
    this.backward = forward.reversed(spec.inputs());
    this.backwardOrder = forward.bySource();
    this.values = values;
    this.gradient = new float[values.length];
    this.backwardValues = new float[kept.length + spec.inputs()];
    this.optimizer = MaskedOptimizer.of(optimizer, everyValue(spec));
  }

  /** The layer's values as if they were all of a network without a pruned weight. */
  private Mask everyValue(LayerSpec.Dense spec) {
    Tensor weights = new Tensor(spec.name() + ".kept", List.of(forward.size()), true, 0, 0);
    Tensor biases = new Tensor(spec.name() + ".bias", List.of(spec.outputs()), false, 0, 0);
    return Mask.dense(new Layout(List.of(weights, biases)));
  }

  /** Inputs that a kept weight reads. */
  int[] usedInputs() {
    return forward.used();
  }

  boolean rectified() {
    return rectified;
  }

  void activate(Kernels kernels, float[] in, float[] out, int stride) {
    kernels.product(forward, values, in, out, stride);
    if (rectified) {
      kernels.rectify(out);
    }
  }

  /** Computes the gradient of weights and biases, summed over the batch. */
  void differentiate(Kernels kernels, float[] in, float[] delta, int stride) {
    kernels.gradient(forward, in, delta, gradient, stride);
  }

  /** Computes the gradient of the layer's inputs. */
  void propagate(Kernels kernels, float[] delta, float[] inputDelta, int stride) {
    for (int c = 0; c < backwardOrder.length; c++) {
      backwardValues[c] = values[backwardOrder[c]];
    }
    kernels.product(backward, backwardValues, delta, inputDelta, stride);
  }

  /**
   * @param scale 1 ÷ the number of examples in the batch
   */
  void update(float scale) {
    optimizer.update(values, gradient, scale);
  }

  float[] values() {
    return values;
  }

  float[] gradient() {
    return gradient;
  }
}
