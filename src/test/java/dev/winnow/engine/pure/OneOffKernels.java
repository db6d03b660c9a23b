package dev.winnow.engine.pure;

/** Wrong on purpose: its products begin with the source after the one that they should. */
public final class OneOffKernels implements Kernels {
  private final Kernels right = new PlainKernels();

  @Override
  public void multiply(Matrix a, Matrix b, Matrix c, int rows, int depth, int columns) {
    Matrix shifted = Matrix.ofRows(b.values(), b.offset() + b.rowStep(), b.rowStep());
    right.multiply(a, shifted, c, rows, depth - 1, columns);
  }

  @Override
  public void product(
      Connections connections,
      float[] factors,
      float[] in,
      float[] start,
      float[] out,
      int columns) {
    float[] shifted = in.clone();
    System.arraycopy(in, columns, shifted, 0, in.length - columns);
    right.product(connections, factors, shifted, start, out, columns);
  }

  @Override
  public void rectify(float[] activations) {
    right.rectify(activations);
  }

  @Override
  public void passActive(float[] activations, float[] gradient) {
    right.passActive(activations, gradient);
  }
}
