package dev.winnow.network.pure;

import dev.winnow.kernels.GemmSize;
import dev.winnow.kernels.Kernels;
import dev.winnow.kernels.Matrix;
import java.util.Arrays;
import java.util.List;

/**
 * A fully connected first layer that multiplies by all its weights W (n × d), but only where images
 * are not background. With pixels {@code X + background · 1}, where X (d × b) is sparse, the sums
 * are {@code W X + background · W 1}, and the gradient is {@code Δ Xᵀ + background · Δ 1ᵀ}. Both
 * are computed transposed, {@code Xᵀ Wᵀ} over pairs of examples and {@code X Δᵀ} over pairs of
 * pixels; the background adds the same row to each.
 */
final class SparseInputDenseLayer implements SparseInputLayer {
  private final Kernels kernels;
  private final DenseShape shape;
  private final float background;
  private final Parameters parameters;
  private final float[] backgrounds;
  private final float[] start;
  private final float[] deltaSum;
  private final SparseBatch batch;
  private float[] rows = new float[0];

  /**
   * @param parameters rows of {@code shape.paddedOutputs()} weights, one for each input, then
   *     biases
   */
  SparseInputDenseLayer(
      Kernels kernels, DenseShape shape, float background, Parameters parameters) {
    this.kernels = kernels;
    this.shape = shape;
    this.background = background;
    this.parameters = parameters;
    this.backgrounds = new float[shape.inputs()];
    Arrays.fill(backgrounds, background);
    this.start = new float[shape.paddedOutputs()];
    this.deltaSum = new float[shape.paddedOutputs()];
    this.batch = new SparseBatch(shape.inputs());
  }

  @Override
  public ActivationLayout layout() {
    return new FeatureMajor(shape.outputs());
  }

  @Override
  public void forward(SparseImages images, int[] examples, float[] out) {
    batch.read(images, examples);
    forward(batch.byExample(), out, examples.length);
  }

  @Override
  public void infer(SparseImages images, int[] examples, float[] out) {
    forward(images.cached(examples, batch), out, examples.length);
  }

  private void forward(RowPairs pairs, float[] out, int examples) {
    float[] values = parameters.values();
    int columns = shape.paddedOutputs();
    System.arraycopy(values, shape.weightsByInput(), start, 0, shape.outputs());
    if (background != 0) {
      kernels.gemm(
          Matrix.ofRows(backgrounds, 0, shape.inputs()),
          FeatureMajor.matrix(values, columns),
          Matrix.ofRows(start, 0, columns),
          new GemmSize(1, shape.inputs(), columns));
    }
    float[] sums = rows(examples);
    kernels.spmmPairs(pairs.matrix(), values, start, sums, columns);
    kernels.transpose(
        FeatureMajor.matrix(sums, columns),
        FeatureMajor.matrix(out, FeatureMajor.stride(examples)),
        FeatureMajor.stride(examples),
        shape.outputs());
    if (shape.relu()) {
      kernels.relu(out);
    }
  }

  @Override
  public void backward(float[] out, float[] delta, int examples) {
    if (shape.relu()) {
      kernels.reluBackward(out, delta);
    }
    int stride = FeatureMajor.stride(examples);
    int columns = shape.paddedOutputs();
    float[] gradient = parameters.gradient();
    int biases = shape.weightsByInput();
    kernels.rowSums(delta, shape.outputs(), gradient, biases, stride);
    for (int unit = 0; unit < shape.outputs(); unit++) {
      deltaSum[unit] = background * gradient[biases + unit];
    }
    float[] deltas = rows(examples);
    kernels.transpose(
        FeatureMajor.matrix(delta, stride),
        FeatureMajor.matrix(deltas, columns),
        shape.outputs(),
        stride);
    kernels.spmmPairs(batch.byPixel().matrix(), deltas, deltaSum, gradient, columns);
    Arrays.fill(gradient, FeatureMajor.row(shape.inputs(), columns), biases, 0);
  }

  private float[] rows(int examples) {
    int size = FeatureMajor.row(FeatureMajor.stride(examples), shape.paddedOutputs());
    if (rows.length < size) {
      rows = new float[size];
    }
    return rows;
  }

  @Override
  public List<Parameters> parameters() {
    return List.of(parameters);
  }
}
