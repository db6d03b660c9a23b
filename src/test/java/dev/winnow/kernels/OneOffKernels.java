package dev.winnow.kernels;

/** Wrong on purpose: its products begin with the row of X after the one that they should. */
public final class OneOffKernels implements Kernels {
  private final Kernels right = new PlainKernels();

  @Override
  public void gemm(Matrix a, Matrix b, Matrix c, GemmSize size) {
    Matrix shifted = Matrix.ofRows(b.values(), b.offset() + b.rowStep(), b.rowStep());
    right.gemm(a, shifted, c, new GemmSize(size.rows(), size.depth() - 1, size.columns()));
  }

  @Override
  public void spmm(CsrMatrix a, float[] x, Epilogue epilogue, float[] y, int columns) {
    right.spmm(a, shifted(x, columns), epilogue, y, columns);
  }

  @Override
  public void spmmReluBackward(
      CsrMatrix a, float[] x, float[] activations, float[] y, int columns) {
    right.spmmReluBackward(a, shifted(x, columns), activations, y, columns);
  }

  @Override
  public void spmmPairs(CsrMatrix a, float[] x, float[] start, float[] y, int columns) {
    right.spmmPairs(a, shifted(x, columns), start, y, columns);
  }

  @Override
  public void sddmm(CsrMatrix sums, float[] x, float[] delta, float[] start, int columns) {
    right.sddmm(sums, shifted(x, columns), delta, start, columns);
  }

  @Override
  public void rowSums(float[] rows, int count, float[] sums, int to, int columns) {
    right.rowSums(rows, count, sums, to, columns);
  }

  private static float[] shifted(float[] x, int columns) {
    float[] shifted = x.clone();
    System.arraycopy(x, FRONT + columns, shifted, FRONT, x.length - FRONT - columns);
    return shifted;
  }

  @Override
  public void transpose(Matrix from, Matrix to, int rows, int columns) {
    right.transpose(from, to, rows, columns);
  }

  @Override
  public void relu(float[] activations) {
    right.relu(activations);
  }

  @Override
  public void reluBackward(float[] activations, float[] gradient) {
    right.reluBackward(activations, gradient);
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
