package dev.winnow.engine.pure;

import java.util.List;

/**
 * A fully connected first layer of which only kept weights exist, and which multiplies them only by
 * ink; see {@link InkedLayer} for the background.
 */
final class SparseInkedLayer implements InkLayer {
  private final Kernels kernels;
  private final Shape shape;
  private final float background;
  private final int[] pixels;
  private final Connections connections;
  private final Parameters parameters;
  private final float[] start;
  private float[] columns = new float[0];

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
    this.pixels = connections.used();
    this.connections = connections.compacted();
    this.parameters = parameters;
    this.start = new float[shape.outputs()];
  }

  @Override
  public int[] pixels() {
    return pixels;
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
    kernels.product(connections, values, columns(batch, stride), out, out, stride);
    if (shape.rectified()) {
      kernels.rectify(out);
    }
  }

  private float[] columns(InkBatch batch, int stride) {
    int size = pixels.length * stride;
    if (columns.length != size) {
      columns = new float[size];
    }
    batch.columns(columns, stride);
    return columns;
  }

  @Override
  public void backward(InkBatch batch, float[] out, float[] delta, int examples) {
    if (shape.rectified()) {
      kernels.passActive(out, delta);
    }
    int stride = Columns.stride(examples);
    float[] gradient = parameters.gradient();
    kernels.sums(delta, shape.outputs(), gradient, connections.size(), stride);
    for (int unit = 0; unit < shape.outputs(); unit++) {
      start[unit] = background * gradient[connections.size() + unit];
    }
    kernels.dots(connections, columns, delta, start, gradient, stride);
  }

  @Override
  public List<Parameters> parameters() {
    return List.of(parameters);
  }
}
