package dev.winnow.engine.pure;

/**
 * The products that training is made of. Every sum is added up term by term in a said order, each
 * term by one fused multiply-add, so every implementation gives the same bits, however wide its
 * vectors are; and a term whose factor is zero may be left out.
 */
public interface Kernels {
  /** What the columns of every product are a multiple of. */
  int BLOCK = 64;

  /**
   * {@code c[i][j] += Σ a[i][k] · b[k][j]}, one k after another from 0.
   *
   * @param a {@code rows × depth}
   * @param b {@code depth × columns}, with neighbouring columns side by side
   * @param c {@code rows × columns}, with neighbouring columns side by side
   * @param columns a multiple of {@link #BLOCK}
   */
  void multiply(Matrix a, Matrix b, Matrix c, int rows, int depth, int columns);

  /**
   * For each unit u: {@code out[u][j] = start[u][j] + Σ factor · in[source][j]}, one connection
   * after another.
   *
   * @param factors one for each connection
   * @param in rows of {@code columns} numbers, one for each source
   * @param start where the sums of all units begin, rows as in {@code out}, which it may be; or one
   *     row for all units
   * @param out rows of {@code columns} numbers, one for each unit
   * @param columns a multiple of {@link #BLOCK}
   */
  void product(
      Connections connections,
      float[] factors,
      float[] in,
      float[] start,
      float[] out,
      int columns);

  /** Replaces what is below zero by zero; what is not a number stays. */
  void rectify(float[] activations);

  /** Sets the gradient to zero wherever the rectified activation is not above zero. */
  void passActive(float[] activations, float[] gradient);
}
