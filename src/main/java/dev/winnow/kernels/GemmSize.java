package dev.winnow.kernels;

/**
 * The size of a product of matrices, {@code A (m × k) · B (k × n)}.
 *
 * @param rows m
 * @param depth k
 * @param columns n, a multiple of {@link Kernels#BLOCK}
 */
public record GemmSize(int rows, int depth, int columns) {
  /** The same with another number of terms in each sum. */
  public GemmSize ofDepth(int terms) {
    return new GemmSize(rows, terms, columns);
  }
}
