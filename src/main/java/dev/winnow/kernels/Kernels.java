package dev.winnow.kernels;

/**
 * The products that training is made of. Every sum is added up in a said order, each term by one
 * fused multiply-add, so every implementation gives the same bits, however wide its vectors are;
 * and within a chain a term whose factor is zero may be left out. Sums across rows go term by term
 * in chains of {@link #CHAIN}. Sums along a row, {@link #dots} and {@link #sums}, go by {@link
 * #LANES} partial sums: column j belongs to partial sum {@code j % LANES}, and in the end partial
 * sums l and l + 8 are added up, of these eight l and l + 4, then l and l + 2, and the last two.
 */
public interface Kernels {
  /** What the columns of every product are a multiple of. */
  int BLOCK = 64;

  /**
   * Numbers before the first row in every array of rows. In a JVM whose objects begin at cache
   * lines ({@code -XX:ObjectAlignmentInBytes=64}) rows do so too, and no vector lies across two.
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
   * {@code c[i][j] += Σ a[i][k] · b[k][j]}, one k after another from 0, in chains.
   *
   * @param a {@code rows × depth}
   * @param b {@code depth × columns}, with neighbouring columns side by side
   * @param c {@code rows × columns}, with neighbouring columns side by side
   */
  void gemm(Matrix a, Matrix b, Matrix c, GemmSize size);

  /**
   * For each unit u: {@code out[u][j] = bias[u] + Σ factor · in[source][j]}, one connection after
   * another, in chains.
   *
   * @param a one for each connection
   * @param x rows of {@code columns} numbers, one for each source
   * @param epilogue the biases, and whether zero takes the place of what is below it
   * @param y rows of {@code columns} numbers, one for each unit
   * @param columns a multiple of {@link #BLOCK}
   */
  void spmm(CsrMatrix a, float[] x, Epilogue epilogue, float[] y, int columns);

  /**
   * For each unit u: {@code out[u][j] = Σ factor · in[source][j]}, one connection after another, in
   * chains, and zero wherever the unit's rectified activation is not above zero.
   *
   * @param a one for each connection
   * @param x rows of {@code columns} numbers, one for each source
   * @param activations rows of {@code columns} numbers, one for each unit
   * @param y rows of {@code columns} numbers, one for each unit
   * @param columns a multiple of {@link #BLOCK}
   */
  void spmmReluBackward(CsrMatrix a, float[] x, float[] activations, float[] y, int columns);

  /**
   * Two rows at once: for each pair i of rows {@code out[2i][j] = start[j] + Σ factor ·
   * in[source][j]} and {@code out[2i + 1][j]} likewise, one connection after another, in chains.
   *
   * @param a two factors for each connection: of the first row and of the second
   * @param x rows of {@code columns} numbers, one for each source
   * @param start {@code columns} numbers
   * @param y rows of {@code columns} numbers, two for each pair
   * @param columns a multiple of {@link #BLOCK}
   */
  void spmmPairs(CsrMatrix a, float[] x, float[] start, float[] y, int columns);

  /**
   * For each connection from p to u: {@code sums[c] = start[u] + Σ in[p][j] · delta[u][j]} along
   * the rows, where the first partial sum begins at {@code start[u]}.
   *
   * @param sums receives one for each connection
   * @param x rows of {@code columns} numbers, one for each source
   * @param delta rows of {@code columns} numbers, one for each unit
   * @param columns a multiple of {@link #BLOCK}
   */
  void sddmm(CsrMatrix sums, float[] x, float[] delta, float[] start, int columns);

  /**
   * {@code sums[to + i] = Σ rows[i][j]} along the row.
   *
   * @param rows {@code count} rows of {@code columns} numbers
   * @param columns a multiple of {@link #BLOCK}
   */
  void rowSums(float[] rows, int count, float[] sums, int to, int columns);

  /** Replaces what is below zero by zero; what is not a number stays. */
  void relu(float[] activations);

  /** Sets the gradient to zero wherever the rectified activation is not above zero. */
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
