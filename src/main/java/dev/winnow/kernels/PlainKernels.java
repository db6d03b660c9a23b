package dev.winnow.kernels;

import java.util.Arrays;

/** The kernels in plain Java. Belongs to one thread. */
public final class PlainKernels implements Kernels {
  private final RowSum lanes = new RowSum();
  private final ConvolutionKernels convolutions = new PlainConvolutions();
  private final NormKernels norms = new PlainNorms();
  private final PoolKernels pools = new PlainPools();
  private final Winograd winograd = new Winograd(this, new PlainWinogradTransforms());

  @Override
  public void gemm(Matrix a, Matrix b, Matrix c, GemmSize size) {
    if (b.columnStep() != 1) {
      gemm(a, copyOfRows(b, size), c, size);
      return;
    }
    for (int i = 0; i < size.rows(); i++) {
      Row to = new Row(c.values(), c.offset() + i * c.rowStep());
      for (int k = 0; k < size.depth(); k += CHAIN) {
        Row chain = k == 0 ? to : new Row(new float[size.columns()], 0);
        int end = Math.min(k + CHAIN, size.depth());
        for (int term = k; term < end; term++) {
          float factor = a.values()[a.offset() + i * a.rowStep() + term * a.columnStep()];
          chain.add(factor, b.values(), b.offset() + term * b.rowStep(), size.columns());
        }
        if (k > 0) {
          to.add(1, chain.values, 0, size.columns());
        }
      }
    }
  }

  private static Matrix copyOfRows(Matrix b, GemmSize size) {
    Matrix copy = Matrix.ofRows(new float[size.depth() * size.columns()], 0, size.columns());
    for (int k = 0; k < size.depth(); k++) {
      b.transposed().copyColumn(0, k, copy, size.columns());
    }
    return copy;
  }

  @Override
  public void spmm(CsrMatrix a, float[] x, Epilogue epilogue, float[] y, int columns) {
    float[] starts = new float[a.pattern().rows()];
    epilogue.start(a, starts);
    for (int unit = 0; unit < starts.length; unit++) {
      int row = FRONT + unit * columns;
      Arrays.fill(y, row, row + columns, starts[unit]);
      new SparseRow(a, unit, 1, 0).addTo(new Row(y, row), x, columns);
      for (int i = row; epilogue.relu() && i < row + columns; i++) {
        y[i] = Math.max(y[i], 0);
      }
    }
  }

  @Override
  public void spmmReluBackward(
      CsrMatrix a, float[] x, float[] activations, float[] y, int columns) {
    for (int unit = 0; unit < a.pattern().rows(); unit++) {
      int row = FRONT + unit * columns;
      Arrays.fill(y, row, row + columns, 0);
      new SparseRow(a, unit, 1, 0).addTo(new Row(y, row), x, columns);
      for (int i = row; i < row + columns; i++) {
        y[i] = activations[i] > 0 ? y[i] : 0;
      }
    }
  }

  @Override
  public void spmmPairs(CsrMatrix a, float[] x, float[] start, float[] y, int columns) {
    for (int row = 0; row < 2 * a.pattern().rows(); row++) {
      Row to = new Row(y, FRONT + row * columns);
      System.arraycopy(start, 0, y, to.at, columns);
      new SparseRow(a, row / 2, 2, row % 2).addTo(to, x, columns);
    }
  }

  /**
   * One row of a sparse matrix.
   *
   * @param together values that each entry has
   * @param which of them belongs to this row
   */
  private record SparseRow(CsrMatrix matrix, int unit, int together, int which) {
    void addTo(Row to, float[] x, int columns) {
      int[] rowPointers = matrix.pattern().rowPointers();
      int[] columnIndices = matrix.pattern().columnIndices();
      for (int first = rowPointers[unit]; first < rowPointers[unit + 1]; first += CHAIN) {
        Row chain = first == rowPointers[unit] ? to : new Row(new float[columns], 0);
        int end = Math.min(first + CHAIN, rowPointers[unit + 1]);
        for (int k = first; k < end; k++) {
          float factor = matrix.values()[together * k + which];
          chain.add(factor, x, FRONT + columnIndices[k] * columns, columns);
        }
        if (first > rowPointers[unit]) {
          to.add(1, chain.values, 0, columns);
        }
      }
    }
  }

  /** Numbers that begin somewhere in an array. */
  private static final class Row {
    private final float[] values;
    private final int at;

    Row(float[] values, int at) {
      this.values = values;
      this.at = at;
    }

    void add(float factor, float[] from, int first, int count) {
      for (int j = 0; j < count; j++) {
        values[at + j] = Math.fma(factor, from[first + j], values[at + j]);
      }
    }
  }

  @Override
  public void sddmm(CsrMatrix sums, float[] x, float[] delta, float[] start, int columns) {
    int[] rowPointers = sums.pattern().rowPointers();
    int[] columnIndices = sums.pattern().columnIndices();
    for (int unit = 0; unit < sums.pattern().rows(); unit++) {
      for (int c = rowPointers[unit]; c < rowPointers[unit + 1]; c++) {
        lanes.begin(start[unit]);
        int from = FRONT + columnIndices[c] * columns;
        int at = FRONT + unit * columns;
        for (int j = 0; j < columns; j++) {
          lanes.add(j, x[from + j], delta[at + j]);
        }
        sums.values()[c] = lanes.sum();
      }
    }
  }

  @Override
  public void rowSums(float[] rows, int count, float[] sums, int to, int columns) {
    for (int row = 0; row < count; row++) {
      lanes.begin(0);
      for (int j = 0; j < columns; j++) {
        lanes.add(j, 1, rows[FRONT + row * columns + j]);
      }
      sums[to + row] = lanes.sum();
    }
  }

  /** In tiles that fit caches. */
  @Override
  public void transpose(Matrix from, Matrix to, int rows, int columns) {
    for (int i = 0; i < rows; i += LANES) {
      int count = Math.min(rows - i, LANES);
      for (int j = 0; j < columns; j++) {
        from.copyColumn(i, j, to, count);
      }
    }
  }

  @Override
  public void relu(float[] activations) {
    for (int i = 0; i < activations.length; i++) {
      activations[i] = Math.max(activations[i], 0);
    }
  }

  @Override
  public void reluBackward(float[] activations, float[] gradient) {
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] = activations[i] > 0 ? gradient[i] : 0;
    }
  }

  @Override
  public ConvolutionKernels convolutions() {
    return convolutions;
  }

  @Override
  public NormKernels norms() {
    return norms;
  }

  @Override
  public PoolKernels pools() {
    return pools;
  }

  @Override
  public Winograd winograd() {
    return winograd;
  }
}
