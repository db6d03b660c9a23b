package dev.winnow.kernels;

/**
 * A sparse matrix in compressed rows: where its elements are, and what they are. The arrays are
 * those of its owner, not copies.
 */
public final class CsrMatrix {
  private final CsrPattern pattern;
  private final float[] values;

  /**
   * @param pattern a row for each unit, a column for each source
   * @param values one for each connection, or two where rows go in pairs; may be longer
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
