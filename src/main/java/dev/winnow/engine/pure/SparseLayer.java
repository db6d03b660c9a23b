package dev.winnow.engine.pure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fully connected layer of which only kept weights exist. Its activations are those that
 * something reads.
 */
final class SparseLayer implements Layer {
  private final Kernels kernels;
  private final Kept kept;
  private final Connections forward;
  private final Connections backward;
  private final int[] backwardOrder;
  private final float[] backwardValues;
  private final Parameters parameters;
  private final Parameters idle;
  private final float[] zeros;

  SparseLayer(Kernels kernels, Kept kept) {
    this.kernels = kernels;
    this.kept = kept;
    this.forward = kept.connections();
    this.backward = forward.reversed(kept.inputs());
    this.backwardOrder = forward.bySource();
    this.backwardValues = new float[forward.size()];
    this.parameters = kept.parameters();
    this.idle = kept.idle();
    this.zeros = new float[Math.max(backward.units(), forward.units())];
  }

  @Override
  public int size(int examples) {
    return Columns.size(forward.units(), examples);
  }

  @Override
  public void forward(float[] in, float[] out, int examples) {
    int stride = Columns.stride(examples);
    float[] values = parameters.values();
    kernels.product(forward, values, in, values, forward.size(), kept.rectified(), out, stride);
  }

  @Override
  public void backward(
      float[] in, float[] out, float[] delta, float @Nullable [] inDelta, int examples) {
    int stride = Columns.stride(examples);
    if (kept.appliesSlope()) {
      kernels.passActive(out, delta);
    }
    float[] gradient = parameters.gradient();
    kernels.sums(delta, forward.units(), gradient, forward.size(), stride);
    kernels.dots(forward, in, delta, zeros, gradient, stride);
    if (inDelta != null) {
      for (int c = 0; c < backwardOrder.length; c++) {
        backwardValues[c] = parameters.values()[backwardOrder[c]];
      }
      if (kept.appliesSlopeBelow()) {
        kernels.passedProduct(backward, backwardValues, delta, in, inDelta, stride);
      } else {
        kernels.product(backward, backwardValues, delta, zeros, 0, false, inDelta, stride);
      }
    }
  }

  @Override
  public List<Parameters> parameters() {
    return List.of(parameters, idle);
  }
}
