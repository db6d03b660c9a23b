package dev.winnow.command.bench.contender;

/**
 * C = A B in single precision, A of {@code rows × inner}, B of {@code inner × columns}.
 *
 * @param leftTransposed whether A is stored as its transpose
 * @param rightTransposed whether B is stored as its transpose
 */
public record MatrixProduct(
    int rows, int inner, int columns, boolean leftTransposed, boolean rightTransposed) {
  /** One multiplication and one addition for each of its terms. */
  public double operations() {
    return 2.0 * rows * inner * columns;
  }
}
