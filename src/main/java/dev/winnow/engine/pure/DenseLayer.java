package dev.winnow.engine.pure;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A fully connected layer that multiplies by all its weights, pruned or not. */
final class DenseLayer implements Layer {
  private final Kernels kernels;
  private final Shape shape;
  private final Parameters parameters;
  private float[] rows = new float[0];

  /**
   * @param parameters weights as [outputs, {@code shape.paddedInputs()}], then biases
   */
  DenseLayer(Kernels kernels, Shape shape, Parameters parameters) {
    this.kernels = kernels;
    this.shape = shape;
    this.parameters = parameters;
  }

  @Override
  public int size(int examples) {
    return shape.outputs() * Columns.stride(examples);
  }

  @Override
  public void forward(float[] in, float[] out, int examples) {
    int stride = Columns.stride(examples);
    Columns.fill(out, parameters.values(), shape.paddedWeights(), shape.outputs(), stride);
    kernels.multiply(
        weights(),
        Matrix.ofRows(in, 0, stride),
        Matrix.ofRows(out, 0, stride),
        shape.outputs(),
        shape.inputs(),
        stride);
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
    int biases = shape.paddedWeights();
    kernels.sums(delta, shape.outputs(), gradient, biases, stride);
    Arrays.fill(gradient, 0, biases, 0);
    kernels.multiply(
        Matrix.ofRows(delta, 0, stride),
        Matrix.ofRows(rows(in, stride, examples), 0, shape.paddedInputs()),
        Matrix.ofRows(gradient, 0, shape.paddedInputs()),
        shape.outputs(),
        examples,
        shape.paddedInputs());
    if (inDelta != null) {
      Arrays.fill(inDelta, 0);
      kernels.multiply(
          weights().transposed(),
          Matrix.ofRows(delta, 0, stride),
          Matrix.ofRows(inDelta, 0, stride),
          shape.inputs(),
          shape.outputs(),
          stride);
    }
  }

  private Matrix weights() {
    return Matrix.ofRows(parameters.values(), 0, shape.paddedInputs());
  }

  /** The inputs, example after example. */
  private float[] rows(float[] in, int stride, int examples) {
    if (rows.length < examples * shape.paddedInputs()) {
      rows = new float[examples * shape.paddedInputs()];
    }
    Columns.transpose(in, stride, shape.inputs(), examples, rows, shape.paddedInputs());
    return rows;
  }

  @Override
  public List<Parameters> parameters() {
    return List.of(parameters);
  }
}
