package dev.winnow.network.pure;

import dev.winnow.kernels.Kernels;
import dev.winnow.kernels.Matrix;
import dev.winnow.kernels.ProductSize;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A fully connected layer that multiplies by all its weights, pruned or not. */
final class DenseLayer implements Layer {
  private final Kernels kernels;
  private final DenseShape shape;
  private final Parameters parameters;
  private float[] rows = new float[0];

  /**
   * @param parameters weights as [outputs, {@code shape.paddedInputs()}], then biases
   */
  DenseLayer(Kernels kernels, DenseShape shape, Parameters parameters) {
    this.kernels = kernels;
    this.shape = shape;
    this.parameters = parameters;
  }

  @Override
  public int size(int examples) {
    return Columns.size(shape.outputs(), examples);
  }

  @Override
  public void forward(float[] in, float[] out, int examples) {
    int stride = Columns.stride(examples);
    Columns.fill(out, parameters.values(), shape.paddedWeights(), shape.outputs(), stride);
    kernels.multiply(
        weights(),
        Columns.matrix(in, stride),
        Columns.matrix(out, stride),
        new ProductSize(shape.outputs(), shape.inputs(), stride));
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
        Columns.matrix(delta, stride),
        rows(Columns.matrix(in, stride), examples),
        Matrix.ofRows(gradient, 0, shape.paddedInputs()),
        new ProductSize(shape.outputs(), examples, shape.paddedInputs()));
    if (inDelta != null) {
      Arrays.fill(inDelta, 0);
      kernels.multiply(
          weights().transposed(),
          Columns.matrix(delta, stride),
          Columns.matrix(inDelta, stride),
          new ProductSize(shape.inputs(), shape.outputs(), stride));
    }
  }

  private Matrix weights() {
    return Matrix.ofRows(parameters.values(), 0, shape.paddedInputs());
  }

  /** The inputs, example after example. */
  private Matrix rows(Matrix in, int examples) {
    int size = Columns.row(examples, shape.paddedInputs());
    if (rows.length < size) {
      rows = new float[size];
    }
    Matrix matrix = Columns.matrix(rows, shape.paddedInputs());
    Columns.transpose(in, matrix, shape.inputs(), examples);
    return matrix;
  }

  @Override
  public List<Parameters> parameters() {
    return List.of(parameters);
  }
}
