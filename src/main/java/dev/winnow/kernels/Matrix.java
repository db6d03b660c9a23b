package dev.winnow.kernels;

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

  /** The same matrix without the rows before i and the columns before k. */
  public Matrix from(int i, int k) {
    return new Matrix(values, offset + i * rowStep + k * columnStep, rowStep, columnStep);
  }

  /** The same numbers with rows and columns exchanged. */
  public Matrix transposed() {
    return new Matrix(values, offset, columnStep, rowStep);
  }

  /** Copies so many elements of column k, from row i on, to row k of another matrix from i on. */
  public void copyColumn(int i, int k, Matrix to, int count) {
    float[] target = to.values;
    int from = offset + i * rowStep + k * columnStep;
    int place = to.offset + k * to.rowStep + i * to.columnStep;
    for (int e = 0; e < count; e++) {
      target[place + e * to.columnStep] = values[from + e * rowStep];
    }
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
