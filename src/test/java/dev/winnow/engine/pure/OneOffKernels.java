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
      int from,
      boolean rectified,
      float[] out,
      int columns) {
    float[] wrong = shifted(in, columns);
    right.product(connections, factors, wrong, start, from, rectified, out, columns);
  }

  @Override
  public void passedProduct(
      Connections connections,
      float[] factors,
      float[] in,
      float[] activations,
      float[] out,
      int columns) {
    right.passedProduct(connections, factors, shifted(in, columns), activations, out, columns);
  }

  @Override
  public void pairs(
      Connections pairs, float[] factors, float[] in, float[] start, float[] out, int columns) {
    right.pairs(pairs, factors, shifted(in, columns), start, out, columns);
  }

  @Override
  public void dots(
      Connections connections,
      float[] in,
      float[] delta,
      float[] start,
      float[] sums,
      int columns) {
    right.dots(connections, shifted(in, columns), delta, start, sums, columns);
  }

  @Override
  public void sums(float[] rows, int count, float[] sums, int to, int columns) {
    right.sums(rows, count, sums, to, columns);
  }

  private static float[] shifted(float[] in, int columns) {
    float[] shifted = in.clone();
    System.arraycopy(in, FRONT + columns, shifted, FRONT, in.length - FRONT - columns);
    return shifted;
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
