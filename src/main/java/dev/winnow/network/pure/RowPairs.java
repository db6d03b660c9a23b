package dev.winnow.network.pure;

import dev.winnow.kernels.CsrMatrix;
import dev.winnow.kernels.CsrPattern;
import java.util.Arrays;

/**
 * A sparse matrix whose rows go in pairs, in block compressed sparse rows (BSR) of 2 × 1 blocks: an
 * entry of either row has a value for both.
 */
final class RowPairs {
  private int[] rowPointers = new int[1];
  private int[] next = new int[1];
  private int[] columnIndices = new int[0];
  private float[] values = new float[0];
  private int size;

  /** Makes room for so many pairs of rows with at most so many blocks. */
  void clear(int pairs, int most) {
    if (rowPointers.length != pairs + 1) {
      rowPointers = new int[pairs + 1];
      next = new int[pairs + 1];
    }
    if (columnIndices.length < most) {
      columnIndices = new int[most];
      values = new float[2 * most];
    }
    Arrays.fill(next, 0);
    size = 0;
  }

  /** What is added from now on belongs to this pair. */
  void begin(int pair) {
    rowPointers[pair] = size;
  }

  void add(int column, float first, float second) {
    set(size++, column, first, second);
  }

  /** Ends the last pair. */
  void end() {
    rowPointers[rowPointers.length - 1] = size;
  }

  /** Counts one block of a pair, where pairs are not filled one after another. */
  void count(int pair) {
    next[pair + 1]++;
  }

  /** Lays out the pairs after all blocks have been counted. */
  void place() {
    for (int pair = 1; pair < next.length; pair++) {
      next[pair] += next[pair - 1];
    }
    System.arraycopy(next, 0, rowPointers, 0, rowPointers.length);
  }

  void put(int pair, int column, float first, float second) {
    set(next[pair]++, column, first, second);
  }

  private void set(int at, int column, float first, float second) {
    columnIndices[at] = column;
    values[2 * at] = first;
    values[2 * at + 1] = second;
  }

  /** The same, in no more room than it takes. */
  RowPairs copy() {
    RowPairs copy = new RowPairs();
    copy.rowPointers = rowPointers.clone();
    copy.size = rowPointers[rowPointers.length - 1];
    copy.columnIndices = Arrays.copyOf(columnIndices, copy.size);
    copy.values = Arrays.copyOf(values, 2 * copy.size);
    return copy;
  }

  /** A row for each pair of rows, with two values for each block. */
  CsrMatrix matrix() {
    return new CsrMatrix(new CsrPattern(rowPointers, columnIndices), values);
  }
}
