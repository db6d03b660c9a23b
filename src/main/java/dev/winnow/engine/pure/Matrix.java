package dev.winnow.engine.pure;

/**
 * A matrix within an array: element (i, k) stands at {@code offset + i · rowStep + k · columnStep}.
 */
public final class Matrix {
  private final float[] values;
  private final int offset;
  private final int rowStep;
  private final int columnStep;

  private Matrix(float[] values, int offset, int rowStep, int columnStep) {
    this.values = values;
    this.offset = offset;
    this.rowStep = rowStep;
    this.columnStep = columnStep;
  }

  /** Row after row, each {@code step} numbers after the one before. */
  public static Matrix ofRows(float[] values, int offset, int step) {
    return new Matrix(values, offset, step, 1);
  }

  /** The same numbers with rows and columns exchanged. */
  public Matrix transposed() {
    return new Matrix(values, offset, columnStep, rowStep);
  }

  /** The array itself, not a copy. */
  public float[] values() {
    return values;
  }

  public int offset() {
    return offset;
  }

  public int rowStep() {
    return rowStep;
  }

  public int columnStep() {
    return columnStep;
  }
}
