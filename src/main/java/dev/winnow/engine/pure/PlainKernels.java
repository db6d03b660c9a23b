package dev.winnow.engine.pure;

/** The kernels in plain Java. */
public final class PlainKernels implements Kernels {
  @Override
  public void multiply(Matrix a, Matrix b, Matrix c, int rows, int depth, int columns) {
    for (int i = 0; i < rows; i++) {
      int to = c.offset() + i * c.rowStep();
      for (int k = 0; k < depth; k++) {
        float factor = a.values()[a.offset() + i * a.rowStep() + k * a.columnStep()];
        add(factor, b.values(), b.offset() + k * b.rowStep(), c.values(), to, columns);
      }
    }
  }

  @Override
  public void product(
      Connections connections,
      float[] factors,
      float[] in,
      float[] start,
      float[] out,
      int columns) {
    int[] starts = connections.starts();
    int[] sources = connections.sources();
    for (int unit = 0; unit < connections.units(); unit++) {
      if (start != out) {
        int from = start.length == columns ? 0 : unit * columns;
        System.arraycopy(start, from, out, unit * columns, columns);
      }
      for (int k = starts[unit]; k < starts[unit + 1]; k++) {
        add(factors[k], in, sources[k] * columns, out, unit * columns, columns);
      }
    }
  }

  private static void add(float factor, float[] from, int f, float[] to, int t, int count) {
    for (int j = 0; j < count; j++) {
      to[t + j] = Math.fma(factor, from[f + j], to[t + j]);
    }
  }

  @Override
  public void rectify(float[] activations) {
    for (int i = 0; i < activations.length; i++) {
      activations[i] = Math.max(activations[i], 0);
    }
  }

  @Override
  public void passActive(float[] activations, float[] gradient) {
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] = activations[i] > 0 ? gradient[i] : 0;
    }
  }
}
