package dev.winnow.engine.pure;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A fully connected layer of which only kept weights exist. */
final class SparseLayer implements Layer {
  private final Kernels kernels;
  private final Shape shape;
  private final Connections forward;
  private final Connections backward;
  private final int[] backwardOrder;
  private final float[] backwardValues;
  private final Parameters parameters;
  private final float[] zeros;

  /**
   * @param connections the kept weights
   * @param parameters one weight for each connection, then biases
   */
  SparseLayer(Kernels kernels, Shape shape, Connections connections, Parameters parameters) {
    this.kernels = kernels;
    this.shape = shape;
    this.forward = connections;
    this.backward = connections.reversed(shape.inputs());
    this.backwardOrder = connections.bySource();
    this.backwardValues = new float[connections.size()];
    this.parameters = parameters;
    this.zeros = new float[shape.outputs()];
  }

  @Override
  public int size(int examples) {
    return shape.outputs() * Columns.stride(examples);
  }

  @Override
  public void forward(float[] in, float[] out, int examples) {
    int stride = Columns.stride(examples);
    float[] values = parameters.values();
    Columns.fill(out, values, forward.size(), shape.outputs(), stride);
    kernels.product(forward, values, in, out, out, stride);
    if (shape.rectified()) {
      kernels.rectify(out);
    }
  }

  @Override
  public void backward(
      float[] in, float[] out, float[] delta, float @Nullable [] inDelta, int examples) {
    int stride = Columns.stride(examples);
    if (shape.rectified()) {
      kernels.passActive(out, delta);
    }
    float[] gradient = parameters.gradient();
    kernels.sums(delta, shape.outputs(), gradient, forward.size(), stride);
    kernels.dots(forward, in, delta, zeros, gradient, stride);
    if (inDelta != null) {
      for (int c = 0; c < backwardOrder.length; c++) {
        backwardValues[c] = parameters.values()[backwardOrder[c]];
      }
      Arrays.fill(inDelta, 0);
      kernels.product(backward, backwardValues, delta, inDelta, inDelta, stride);
    }
  }

  @Override
  public List<Parameters> parameters() {
    return List.of(parameters);
  }
}
