package dev.winnow.kernels;

/** Wrong on purpose: its products begin with the source after the one that they should. */
public final class OneOffKernels implements Kernels {
  private final Kernels right = new PlainKernels();

  @Override
  public void multiply(Matrix a, Matrix b, Matrix c, ProductSize size) {
    Matrix shifted = Matrix.ofRows(b.values(), b.offset() + b.rowStep(), b.rowStep());
    right.multiply(a, shifted, c, new ProductSize(size.rows(), size.depth() - 1, size.columns()));
  }

  @Override
  public void product(CsrMatrix factors, float[] in, Epilogue epilogue, float[] out, int columns) {
    right.product(factors, shifted(in, columns), epilogue, out, columns);
  }

  @Override
  public void passedProduct(
      CsrMatrix factors, float[] in, float[] activations, float[] out, int columns) {
    right.passedProduct(factors, shifted(in, columns), activations, out, columns);
  }

  @Override
  public void pairs(CsrMatrix pairs, float[] in, float[] start, float[] out, int columns) {
    right.pairs(pairs, shifted(in, columns), start, out, columns);
  }

  @Override
  public void dots(CsrMatrix sums, float[] in, float[] delta, float[] start, int columns) {
    right.dots(sums, shifted(in, columns), delta, start, columns);
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

  @Override
  public ConvolutionKernels convolutions() {
    return new OneOffConvolutions();
  }

  @Override
  public NormKernels norms() {
    return new OneOffNorms();
  }

  @Override
  public PoolKernels pools() {
    return new PlainPools();
  }

  @Override
  public Winograd winograd() {
    return new Winograd(this, new PlainWinogradTransforms());
  }
}
