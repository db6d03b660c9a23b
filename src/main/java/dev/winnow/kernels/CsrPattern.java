package dev.winnow.kernels;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Where the entries of a sparse matrix are, in compressed sparse rows (CSR): those of row i are
 * entries {@code rowPointers[i]} to {@code rowPointers[i + 1] − 1}. Of a layer's kept weights W (n
 * × d) row i has those of unit i.
 */
public final class CsrPattern {
  private final int[] rowPointers;
  private final int[] columnIndices;

  /**
   * @param rowPointers one number more than there are rows, ascending from 0
   * @param columnIndices the column of each entry; may be longer than there are entries
   */
  public CsrPattern(int[] rowPointers, int[] columnIndices) {
    this.rowPointers = rowPointers;
    this.columnIndices = columnIndices;
  }

  /**
   * @param positions those of the entries of a {@code rows × columns} matrix in row-major order,
   *     ascending
   */
  public static CsrPattern of(int[] positions, int rows, int columns) {
    int[] rowPointers = new int[rows + 1];
    for (int position : positions) {
      rowPointers[position / columns + 1]++;
    }
    Arrays.parallelPrefix(rowPointers, Integer::sum);
    return new CsrPattern(
        rowPointers, Arrays.stream(positions).map(position -> position % columns).toArray());
  }

  /** One number more than there are rows, ascending from 0; not to be changed. */
  public int[] rowPointers() {
    return rowPointers;
  }

  /** The column of each entry; not to be changed. */
  public int[] columnIndices() {
    return columnIndices;
  }

  /** The number of rows. */
  public int rows() {
    return rowPointers.length - 1;
  }

  /** The number of entries. */
  public int size() {
    return rowPointers[rowPointers.length - 1];
  }

  /** The columns with at least one entry, ascending. */
  public int[] usedColumns() {
    return Arrays.stream(columnIndices).sorted().distinct().toArray();
  }

  /** The same entries with each column counted among those that are {@link #usedColumns}. */
  public CsrPattern compacted() {
    int[] used = usedColumns();
    return new CsrPattern(
        rowPointers,
        Arrays.stream(columnIndices).map(column -> Arrays.binarySearch(used, column)).toArray());
  }

  /** The order in which entries stand when they are grouped by column. */
  public int[] byColumn() {
    return IntStream.range(0, size())
        .boxed()
        .sorted((a, b) -> Integer.compare(columnIndices[a], columnIndices[b]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /**
   * The transpose of a matrix of so many columns; its entries are in the order of {@link
   * #byColumn}.
   */
  public CsrPattern transposed(int columns) {
    int[] rowIndices = new int[size()];
    for (int row = 0; row < rows(); row++) {
      Arrays.fill(rowIndices, rowPointers[row], rowPointers[row + 1], row);
    }
    int[] columnPointers = new int[columns + 1];
    for (int column : columnIndices) {
      columnPointers[column + 1]++;
    }
    Arrays.parallelPrefix(columnPointers, Integer::sum);
    return new CsrPattern(
        columnPointers, Arrays.stream(byColumn()).map(entry -> rowIndices[entry]).toArray());
  }
}
