package dev.winnow.network.pure;

import dev.winnow.kernels.CsrMatrix;
import dev.winnow.kernels.CsrPattern;
import java.util.Arrays;

/**
 * A sparse matrix whose rows go in pairs, in block compressed sparse rows (BSR) of 2 × 1 blocks: an
 * entry of either row has a value for both.
 */
final class RowPairs {
  private int[] rowPointers;
  private int[] columnIndices;
  private float[] values;
  private CsrMatrix matrix;
  private int size;

  RowPairs() {
    this(new int[1], new int[0], new float[0]);
  }

  private RowPairs(int[] rowPointers, int[] columnIndices, float[] values) {
    this.rowPointers = rowPointers;
    this.columnIndices = columnIndices;
    this.values = values;
    this.matrix = new CsrMatrix(new CsrPattern(rowPointers, columnIndices), values);
  }

  /** Makes room for so many pairs of rows, each with at most so many blocks. */
  void clear(int pairs, int most) {
    if (rowPointers.length != pairs + 1 || columnIndices.length < pairs * most) {
      rowPointers = new int[pairs + 1];
      columnIndices = new int[pairs * most];
      values = new float[2 * pairs * most];
      matrix = new CsrMatrix(new CsrPattern(rowPointers, columnIndices), values);
    }
    size = 0;
  }

  /** Adds a block to the pair that is not yet ended. */
  void add(int column, float first, float second) {
    columnIndices[size] = column;
    values[2 * size] = first;
    values[2 * size + 1] = second;
    size++;
  }

  /** Ends a pair; pairs follow one another. */
  void end(int pair) {
    rowPointers[pair + 1] = size;
  }

  /** The same, in no more room than it takes. */
  RowPairs copy() {
    return new RowPairs(
        rowPointers.clone(), Arrays.copyOf(columnIndices, size), Arrays.copyOf(values, 2 * size));
  }

  /** A row for each pair of rows, with two values for each block. */
  CsrMatrix matrix() {
    return matrix;
  }
}
