package dev.winnow.engine.pure;

import java.util.Arrays;
import java.util.List;

/**
 * A fully connected first layer of which only kept weights exist, and which multiplies them only by
 * ink; see {@link InkedLayer} for the background.
 */
final class SparseInkedLayer implements InkLayer {
  /** Kept weights for each pixel from which on it is faster to compute every weight's gradient. */
  private static final int FEW_PER_INPUT = 20;

  private final Kernels kernels;
  private final Shape shape;
  private final float background;
  private final Connections connections;
  private final int[] used;
  private final Parameters parameters;
  private final float[] start;
  private float[] columns = new float[0];
  private float[] deltas = new float[0];
  private float[] all = new float[0];

  /**
   * @param connections the kept weights
   * @param parameters one weight for each connection, then biases
   */
  SparseInkedLayer(
      Kernels kernels,
      Shape shape,
      float background,
      Connections connections,
      Parameters parameters) {
    this.kernels = kernels;
    this.shape = shape;
    this.background = background;
    this.connections = connections;
    this.used = connections.used();
    this.parameters = parameters;
    this.start = new float[shape.paddedOutputs()];
  }

  @Override
  public int size(int examples) {
    return shape.outputs() * Columns.stride(examples);
  }

  @Override
  public void forward(InkBatch batch, float[] out, int examples) {
    float[] values = parameters.values();
    int[] starts = connections.starts();
    for (int unit = 0; unit < shape.outputs(); unit++) {
      float sum = values[connections.size() + unit];
      for (int c = starts[unit]; c < starts[unit + 1]; c++) {
        sum = Math.fma(background, values[c], sum);
      }
      start[unit] = sum;
    }
    int stride = Columns.stride(examples);
    Columns.fill(out, start, 0, shape.outputs(), stride);
    kernels.product(connections, values, columns(batch, examples, stride), out, out, stride);
    if (shape.rectified()) {
      kernels.rectify(out);
    }
  }

  private float[] columns(InkBatch batch, int examples, int stride) {
    if (columns.length < shape.inputs() * stride) {
      columns = new float[shape.inputs() * stride];
    }
    for (int pixel : used) {
      Arrays.fill(columns, pixel * stride, (pixel + 1) * stride, 0);
    }
    int[] starts = batch.byExample().starts();
    int[] pixels = batch.byExample().sources();
    float[] ink = batch.inkByExample();
    for (int e = 0; e < examples; e++) {
      for (int i = starts[e]; i < starts[e + 1]; i++) {
        columns[pixels[i] * stride + e] = ink[i];
      }
    }
    return columns;
  }

  @Override
  public void backward(InkBatch batch, float[] out, float[] delta, int examples) {
    if (shape.rectified()) {
      kernels.passActive(out, delta);
    }
    int stride = Columns.stride(examples);
    float[] gradient = parameters.gradient();
    Columns.sum(delta, shape.outputs(), stride, examples, gradient, connections.size());
    for (int unit = 0; unit < shape.outputs(); unit++) {
      start[unit] = background * gradient[connections.size() + unit];
    }
    if (connections.size() > FEW_PER_INPUT * used.length) {
      pick(batch, delta, stride, examples);
    } else {
      Dots.of(connections, columns, delta, stride, examples, start, gradient);
    }
  }

  /** Computes the gradient of all weights, kept or not, as {@link InkedLayer} does. */
  private void pick(InkBatch batch, float[] delta, int stride, int examples) {
    int width = shape.paddedOutputs();
    if (all.length < shape.inputs() * width) {
      all = new float[shape.inputs() * width];
    }
    if (deltas.length < examples * width) {
      deltas = new float[examples * width];
    }
    Columns.transpose(delta, stride, shape.outputs(), examples, deltas, width);
    batch.sortByPixel();
    kernels.product(batch.byPixel(), batch.inkByPixel(), deltas, start, all, width);
    float[] gradient = parameters.gradient();
    int[] starts = connections.starts();
    for (int unit = 0; unit < shape.outputs(); unit++) {
      for (int c = starts[unit]; c < starts[unit + 1]; c++) {
        gradient[c] = all[connections.sources()[c] * width + unit];
      }
    }
  }

  @Override
  public List<Parameters> parameters() {
    return List.of(parameters);
  }
}
