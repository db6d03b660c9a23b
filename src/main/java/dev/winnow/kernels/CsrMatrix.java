package dev.winnow.kernels;

/**
 * A sparse matrix in compressed sparse rows (CSR): where its entries are, and what they are. The
 * arrays are those of its owner, not copies.
 */
public final class CsrMatrix {
  private final CsrPattern pattern;
  private final float[] values;

  /**
   * @param pattern where its entries are
   * @param values one for each entry, or two where rows go in pairs; may be longer
   */
  public CsrMatrix(CsrPattern pattern, float[] values) {
    this.pattern = pattern;
    this.values = values;
  }

  public CsrPattern pattern() {
    return pattern;
  }

  public float[] values() {
    return values;
  }
}
