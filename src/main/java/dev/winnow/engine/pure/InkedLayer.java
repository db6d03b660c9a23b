package dev.winnow.engine.pure;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A fully connected first layer that multiplies by all its weights, but only where images are not
 * background. With pixels {@code x = background + ink} the sums are {@code W x = W ink + background
 * · W 1}, and the gradient is {@code δ inkᵀ + background · δ 1ᵀ}: products over ink, and one row.
 */
final class InkedLayer implements InkLayer {
  private final Kernels kernels;
  private final Shape shape;
  private final float background;
  private final Parameters parameters;
  private final Connections everyInput;
  private final float[] backgrounds;
  private final float[] start;
  private final float[] deltaSum;
  private float[] rows = new float[0];

  /**
   * @param parameters weights as [{@code shape.evenInputs()}, {@code shape.paddedOutputs()}], then
   *     biases
   */
  InkedLayer(Kernels kernels, Shape shape, float background, Parameters parameters) {
    this.kernels = kernels;
    this.shape = shape;
    this.background = background;
    this.parameters = parameters;
    this.everyInput =
        new Connections(
            new int[] {0, shape.inputs()}, IntStream.range(0, shape.inputs()).toArray());
    this.backgrounds = new float[shape.inputs()];
    Arrays.fill(backgrounds, background);
    this.start = new float[shape.paddedOutputs()];
    this.deltaSum = new float[shape.paddedOutputs()];
  }

  @Override
  public int[] pixels() {
    return everyInput.sources();
  }

  @Override
  public int size(int examples) {
    return shape.outputs() * Columns.stride(examples);
  }

  @Override
  public void forward(InkBatch batch, float[] out, int examples) {
    float[] values = parameters.values();
    int columns = shape.paddedOutputs();
    System.arraycopy(values, shape.evenInputs() * columns, start, 0, shape.outputs());
    if (background != 0) {
      kernels.product(everyInput, backgrounds, values, start, start, columns);
    }
    float[] sums = rows(examples);
    InkPairs pairs = batch.byExample();
    kernels.pairs(pairs.connections(), pairs.factors(), values, start, sums, columns);
    Columns.transpose(sums, columns, examples, shape.outputs(), out, Columns.stride(examples));
    if (shape.rectified()) {
      kernels.rectify(out);
    }
  }

  @Override
  public void backward(InkBatch batch, float[] out, float[] delta, int examples) {
    if (shape.rectified()) {
      kernels.passActive(out, delta);
    }
    int stride = Columns.stride(examples);
    int columns = shape.paddedOutputs();
    float[] gradient = parameters.gradient();
    int biases = shape.evenInputs() * columns;
    kernels.sums(delta, shape.outputs(), gradient, biases, stride);
    for (int unit = 0; unit < shape.outputs(); unit++) {
      deltaSum[unit] = background * gradient[biases + unit];
    }
    float[] deltas = rows(examples);
    Columns.transpose(delta, stride, shape.outputs(), examples, deltas, columns);
    InkPairs pairs = batch.byPixel();
    kernels.pairs(pairs.connections(), pairs.factors(), deltas, deltaSum, gradient, columns);
  }

  private float[] rows(int examples) {
    int even = examples + examples % 2;
    if (rows.length < even * shape.paddedOutputs()) {
      rows = new float[even * shape.paddedOutputs()];
    }
    return rows;
  }

  @Override
  public List<Parameters> parameters() {
    return List.of(parameters);
  }
}
