package dev.winnow.network.pure;

import dev.winnow.kernels.GemmSize;
import dev.winnow.kernels.Kernels;
import dev.winnow.kernels.Matrix;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fully connected layer that multiplies by all its weights, pruned or not: {@code Y (n × b) = W X
 * + bias} with W (n × d) and X (d × b). The gradient of W is {@code Δ Xᵀ}, that of X is {@code Wᵀ
 * Δ}.
 */
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
  public ActivationLayout layout() {
    return new FeatureMajor(shape.outputs());
  }

  @Override
  public void forward(float[] in, float[] out, int examples) {
    int stride = FeatureMajor.stride(examples);
    FeatureMajor.fill(out, parameters.values(), shape.paddedWeights(), shape.outputs(), stride);
    kernels.gemm(
        weights(),
        FeatureMajor.matrix(in, stride),
        FeatureMajor.matrix(out, stride),
        new GemmSize(shape.outputs(), shape.inputs(), stride));
    if (shape.relu()) {
      kernels.relu(out);
    }
  }

  @Override
  public void backward(
      float[] in, float[] out, float[] delta, float @Nullable [] inDelta, int examples) {
    int stride = FeatureMajor.stride(examples);
    if (shape.relu()) {
      kernels.reluBackward(out, delta);
    }
    float[] gradient = parameters.gradient();
    int biases = shape.paddedWeights();
    kernels.rowSums(delta, shape.outputs(), gradient, biases, stride);
    Arrays.fill(gradient, 0, biases, 0);
    kernels.gemm(
        FeatureMajor.matrix(delta, stride),
        rows(in, stride),
        Matrix.ofRows(gradient, 0, shape.paddedInputs()),
        new GemmSize(shape.outputs(), examples, shape.paddedInputs()));
    if (inDelta != null) {
      Arrays.fill(inDelta, 0);
      kernels.gemm(
          weights().transposed(),
          FeatureMajor.matrix(delta, stride),
          FeatureMajor.matrix(inDelta, stride),
          new GemmSize(shape.inputs(), shape.outputs(), stride));
    }
  }

  private Matrix weights() {
    return Matrix.ofRows(parameters.values(), 0, shape.paddedInputs());
  }

  /** The inputs, example after example. */
  private Matrix rows(float[] in, int stride) {
    int size = FeatureMajor.row(stride, shape.paddedInputs());
    if (rows.length < size) {
      rows = new float[size];
    }
    Matrix matrix = FeatureMajor.matrix(rows, shape.paddedInputs());
    kernels.transpose(FeatureMajor.matrix(in, stride), matrix, shape.inputs(), stride);
    return matrix;
  }

  @Override
  public List<Parameters> parameters() {
    return List.of(parameters);
  }
}
