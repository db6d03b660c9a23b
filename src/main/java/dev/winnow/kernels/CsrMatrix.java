package dev.winnow.kernels;

/**
 * A sparse matrix in compressed rows: where its elements are, and what they are. The arrays are
 * those of its owner, not copies.
 */
public final class CsrMatrix {
  private final Connections connections;
  private final float[] values;

  /**
   * @param connections a row for each unit, a column for each source
   * @param values one for each connection, or two where rows go in pairs; may be longer
   */
  public CsrMatrix(Connections connections, float[] values) {
    this.connections = connections;
    this.values = values;
  }

  public Connections connections() {
    return connections;
  }

  public float[] values() {
    return values;
  }
}
