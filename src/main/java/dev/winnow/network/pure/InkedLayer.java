package dev.winnow.network.pure;

import dev.winnow.kernels.Kernels;
import dev.winnow.kernels.Matrix;
import dev.winnow.kernels.ProductSize;
import java.util.Arrays;
import java.util.List;

/**
 * A fully connected first layer that multiplies by all its weights, but only where images are not
 * background. With pixels {@code x = background + ink} the sums are {@code W x = W ink + background
 * · W 1}, and the gradient is {@code δ inkᵀ + background · δ 1ᵀ}: products over ink, and one row.
 */
final class InkedLayer implements InkLayer {
  private final Kernels kernels;
  private final DenseShape shape;
  private final float background;
  private final Parameters parameters;
  private final float[] backgrounds;
  private final float[] start;
  private final float[] deltaSum;
  private final InkBatch batch;
  private float[] rows = new float[0];

  /**
   * @param parameters rows of {@code shape.paddedOutputs()} weights, one for each input, then
   *     biases
   */
  InkedLayer(Kernels kernels, DenseShape shape, float background, Parameters parameters) {
    this.kernels = kernels;
    this.shape = shape;
    this.background = background;
    this.parameters = parameters;
    this.backgrounds = new float[shape.inputs()];
    Arrays.fill(backgrounds, background);
    this.start = new float[shape.paddedOutputs()];
    this.deltaSum = new float[shape.paddedOutputs()];
    this.batch = new InkBatch(shape.inputs());
  }

  @Override
  public int size(int examples) {
    return Columns.size(shape.outputs(), examples);
  }

  @Override
  public void forward(Ink ink, int[] examples, float[] out) {
    batch.read(ink, examples);
    forward(batch.byExample(), out, examples.length);
  }

  @Override
  public void infer(Ink ink, int[] examples, float[] out) {
    forward(ink.page(examples, batch), out, examples.length);
  }

  private void forward(InkPairs pairs, float[] out, int examples) {
    float[] values = parameters.values();
    int columns = shape.paddedOutputs();
    System.arraycopy(values, shape.weightsByInput(), start, 0, shape.outputs());
    if (background != 0) {
      kernels.multiply(
          Matrix.ofRows(backgrounds, 0, shape.inputs()),
          Columns.matrix(values, columns),
          Matrix.ofRows(start, 0, columns),
          new ProductSize(1, shape.inputs(), columns));
    }
    float[] sums = rows(examples);
    kernels.pairs(pairs.matrix(), values, start, sums, columns);
    Columns.transpose(
        Columns.matrix(sums, columns),
        Columns.matrix(out, Columns.stride(examples)),
        examples,
        shape.outputs());
    if (shape.rectified()) {
      kernels.rectify(out);
    }
  }

  @Override
  public void backward(float[] out, float[] delta, int examples) {
    if (shape.rectified()) {
      kernels.passActive(out, delta);
    }
    int stride = Columns.stride(examples);
    int columns = shape.paddedOutputs();
    float[] gradient = parameters.gradient();
    int biases = shape.weightsByInput();
    kernels.sums(delta, shape.outputs(), gradient, biases, stride);
    for (int unit = 0; unit < shape.outputs(); unit++) {
      deltaSum[unit] = background * gradient[biases + unit];
    }
    float[] deltas = rows(examples);
    Columns.transpose(
        Columns.matrix(delta, stride), Columns.matrix(deltas, columns), shape.outputs(), examples);
    kernels.pairs(batch.byPixel().matrix(), deltas, deltaSum, gradient, columns);
  }

  private float[] rows(int examples) {
    int size = Columns.row(examples + examples % 2, shape.paddedOutputs());
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
