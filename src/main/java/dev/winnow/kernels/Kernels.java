package dev.winnow.kernels;

/**
 * The products that training is made of, on dense matrices and on sparse ones in compressed sparse
 * rows (Gale et al., Sparse GPU Kernels for Deep Learning, 2020). A dense matrix X (k × b) that is
 * given as an array has k rows of b numbers there, the first from {@link #FRONT} on; of activations
 * a row is a unit and a column an example. Every sum is added up in a said order, each term by one
 * fused multiply-add, so every implementation gives the same bits, however wide its vectors are;
 * and within a chain a term whose factor is zero may be left out. Sums across rows go term by term
 * in chains of {@link #CHAIN}. Sums along a row, {@link #sddmm} and {@link #rowSums}, go by {@link
 * #LANES} partial sums, each in such chains: column j belongs to partial sum {@code j % LANES}, and
 * in the end partial sums l and l + 8 are added up, of these eight l and l + 4, then l and l + 2,
 * and the last two.
 */
public interface Kernels {
  /** What the columns of every product are a multiple of. */
  int BLOCK = 64;

  /**
   * Numbers before the first row in every array of activations. In a JVM whose objects begin at
   * cache lines ({@code -XX:ObjectAlignmentInBytes=64}) rows do so too, and no vector lies across
   * two.
   */
  int FRONT = 12;

  /** Partial sums of a sum along a row. */
  int LANES = 16;

  /**
   * The most terms of one chain of additions, so that rounding errors stay small. The first chain
   * of a sum goes on from where the sum begins; each further one begins at 0 and is then added.
   */
  int CHAIN = 1024;

  /**
   * {@code C += A · B}: {@code c[i][j] += Σ a[i][k] · b[k][j]}, one k after another from 0, in
   * chains.
   *
   * @param a A (m × k)
   * @param b B (k × n), with neighbouring columns or neighbouring rows side by side
   * @param c C (m × n), with neighbouring columns side by side
   * @param size m, k and n
   */
  void gemm(Matrix a, Matrix b, Matrix c, GemmSize size);

  /**
   * {@code Y = A · X + start}, which a ReLU may follow: {@code y[i][j] = start[i] + Σ a[i][k] ·
   * x[k][j]}, one entry after another, in chains.
   *
   * @param a A (m × k)
   * @param x X (k × b)
   * @param epilogue m starts, and whether a ReLU follows
   * @param y Y (m × b)
   * @param columns b, a multiple of {@link #BLOCK}
   */
  void spmm(CsrMatrix a, float[] x, Epilogue epilogue, float[] y, int columns);

  /**
   * {@code Y = A · X}, and 0 wherever H is not above zero: the backward pass of a ReLU that gave H.
   * The sums are those of {@link #spmm} without biases.
   *
   * @param a A (m × k)
   * @param x X (k × b)
   * @param activations H (m × b)
   * @param y Y (m × b)
   * @param columns b, a multiple of {@link #BLOCK}
   */
  void spmmReluBackward(CsrMatrix a, float[] x, float[] activations, float[] y, int columns);

  /**
   * {@code Y = A · X + start} with A in block compressed sparse rows (BSR) of 2 × 1 blocks: {@code
   * y[i][j] = start[j] + Σ a[i][k] · x[k][j]}, one block after another, in chains.
   *
   * @param a A (2m × k): a row for each pair of rows, with two values for each block, that of the
   *     first row and that of the second
   * @param x X (k × b)
   * @param start b numbers
   * @param y Y (2m × b)
   * @param columns b, a multiple of {@link #BLOCK}
   */
  void spmmPairs(CsrMatrix a, float[] x, float[] start, float[] y, int columns);

  /**
   * The sampled dense-dense product {@code G = Δ · Xᵀ + start}, computed at G's entries alone:
   * {@code g[i][k] = start[i] + Σ x[k][j] · δ[i][j]} along the rows, where the first partial sum
   * begins at {@code start[i]}.
   *
   * @param sums G (m × k), receives the values
   * @param x X (k × b)
   * @param delta Δ (m × b)
   * @param start m numbers
   * @param columns b, a multiple of {@link #BLOCK}
   */
  void sddmm(CsrMatrix sums, float[] x, float[] delta, float[] start, int columns);

  /**
   * {@code sums[to + i] = Σ rows[i][j]} along the row.
   *
   * @param rows a dense matrix ({@code count} × b)
   * @param columns b, a multiple of {@link #BLOCK}
   */
  void rowSums(float[] rows, int count, float[] sums, int to, int columns);

  /**
   * {@code to[k][i] = from[i][k]} for so many rows i and columns k of {@code from}.
   *
   * @param from with neighbouring columns side by side, and {@code to} likewise
   */
  void transpose(Matrix from, Matrix to, int rows, int columns);

  /** {@code h = max(h, 0)}; what is not a number stays. */
  void relu(float[] activations);

  /** Sets the gradient to zero wherever what the ReLU gave is not above zero. */
  void reluBackward(float[] activations, float[] gradient);

  /** The kernels of convolutions, of the same kind. */
  ConvolutionKernels convolutions();

  /** The kernels of batch normalisation, of the same kind. */
  NormKernels norms();

  /** The kernels of pooling, of the same kind. */
  PoolKernels pools();

  /** Convolutions by Winograd's algorithm, on these products. */
  Winograd winograd();
}
