package dev.winnow.engine.sparse;

/**
 * The products over kept weights. Arrays of activations and of their gradients hold one unit after
 * another, each with {@code stride} examples; the stride is a multiple of {@link #BLOCK}.
 *
 * <p>Every implementation gives the same bits: it multiplies and adds by fused operations in the
 * order that is said here, however wide its vectors are.
 */
public interface Kernels {
  /** Examples that are computed at once. */
  int BLOCK = 64;

  /** Partial sums in {@link #gradient}. */
  int LANES = 16;

  /**
   * For each unit u and example e: {@code out[u][e] = bias[u] + Σ weight · in[source][e]}, adding
   * the connections of u one after another.
   *
   * @param values one weight for each connection, then one bias for each unit
   */
  void product(Connections connections, float[] values, float[] in, float[] out, int stride);

  /** Replaces what is below zero by zero; what is not a number stays. */
  void rectify(float[] activations);

  /** Sets the gradient to zero wherever the rectified activation is not above zero. */
  void passActive(float[] activations, float[] gradient);

  /**
   * For each connection {@code Σ in[source][e] · delta[u][e]}, for each bias {@code Σ delta[u][e]}.
   * Partial sum l adds the examples l, l + 16, l + 32 and so on in this order; then the partial
   * sums are folded: l with l + 8, those with the ones 4 further, then 2, then 1.
   *
   * @param sums receives one sum for each connection, then one for each unit
   */
  void gradient(Connections connections, float[] in, float[] delta, float[] sums, int stride);
}
