package dev.winnow.kernels;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The kept weights of one layer as connections, grouped by the unit at which they end: those of
 * unit u are {@code starts[u]} to {@code starts[u + 1] − 1}.
 */
public final class CsrPattern {
  private final int[] rowPointers;
  private final int[] columnIndices;

  /**
   * @param rowPointers one number more than there are units, ascending from 0
   * @param columnIndices the unit at which each connection begins; may be longer than there are
   *     connections
   */
  public CsrPattern(int[] rowPointers, int[] columnIndices) {
    this.rowPointers = rowPointers;
    this.columnIndices = columnIndices;
  }

  /**
   * @param positions kept positions of a [targets, sources] matrix in row-major order, ascending
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

  /** One number more than there are units, ascending from 0; not to be changed. */
  public int[] rowPointers() {
    return rowPointers;
  }

  /** The unit at which each connection begins; not to be changed. */
  public int[] columnIndices() {
    return columnIndices;
  }

  /** Units at which connections end. */
  public int rows() {
    return rowPointers.length - 1;
  }

  /** The number of connections. */
  public int size() {
    return rowPointers[rowPointers.length - 1];
  }

  /** The units at which at least one connection begins, ascending. */
  public int[] usedColumns() {
    return Arrays.stream(columnIndices).sorted().distinct().toArray();
  }

  /** The same connections with each source counted among those that are {@link #usedColumns}. */
  public CsrPattern compacted() {
    int[] used = usedColumns();
    return new CsrPattern(
        rowPointers,
        Arrays.stream(columnIndices).map(column -> Arrays.binarySearch(used, column)).toArray());
  }

  /** The order in which connections stand when they are grouped by where they begin. */
  public int[] byColumn() {
    return IntStream.range(0, size())
        .boxed()
        .sorted((a, b) -> Integer.compare(columnIndices[a], columnIndices[b]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** The same connections the other way round, in the order of {@link #byColumn}. */
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
