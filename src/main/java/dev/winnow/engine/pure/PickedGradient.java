package dev.winnow.engine.pure;

/**
 * Computes the gradient of all weights from pixels that are read to units that are reached, as
 * {@link InkedLayer} does, and picks those of kept weights.
 */
final class PickedGradient implements SparseInkGradient {
  /** Weights that are computed for one that is kept, from which on single ones are faster. */
  static final long MOST_FOR_ONE = 18;

  private final Kernels kernels;
  private final Connections connections;
  private final int[] units;
  private final int width;
  private final float[] row;
  private final float[] all;
  private float[] deltas = new float[0];

  PickedGradient(Kernels kernels, Connections connections, int pixels) {
    this.kernels = kernels;
    this.connections = connections;
    this.units = connections.reached();
    this.width = Columns.padded(units.length);
    this.row = new float[width];
    this.all = new float[pixels * width];
  }

  @Override
  public void of(
      InkBatch batch, float[] columns, float[] delta, int examples, float[] start, float[] sums) {
    transpose(delta, examples);
    for (int i = 0; i < units.length; i++) {
      row[i] = start[units[i]];
    }
    batch.sortByPixel();
    kernels.product(batch.byPixel(), batch.inkByPixel(), deltas, row, all, width);
    int[] starts = connections.starts();
    for (int i = 0; i < units.length; i++) {
      for (int c = starts[units[i]]; c < starts[units[i] + 1]; c++) {
        sums[c] = all[connections.sources()[c] * width + i];
      }
    }
  }

  /** Of the units that are reached, example after example. */
  private void transpose(float[] delta, int examples) {
    int stride = Columns.stride(examples);
    if (deltas.length < examples * width) {
      deltas = new float[examples * width];
    }
    for (int i = 0; i < units.length; i++) {
      int from = units[i] * stride;
      for (int e = 0; e < examples; e++) {
        deltas[e * width + i] = delta[from + e];
      }
    }
  }
}
