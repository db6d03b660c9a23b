package dev.winnow.kernels.vector;

import dev.winnow.kernels.GemmSize;
import dev.winnow.kernels.Kernels;
import dev.winnow.kernels.Matrix;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@code C (m × n) += A (m × k) · B (k × n)}, four rows and four vectors at once: 16 sums, for
 * which 4 + 4 loads feed 16 multiply-adds. Rows of A and panels of {@link Kernels#BLOCK} columns of
 * B that do not stand one number, or one row of a panel, after another are copied so that they do:
 * with steps that the compiler does not know, indices and checks of bounds crowd the registers, and
 * a product took 1.1 to 1.8 times as long. Belongs to one thread.
 */
final class Gemm {
  private static final VectorSpecies<Float> SPECIES = VectorKernels.SPECIES;
  private static final int WIDTH = SPECIES.length();
  private static final int BLOCK = Kernels.BLOCK;
  private static final int FRONT = Kernels.FRONT;
  private static final int ROWS = 4;

  private final BlockTranspose transpose = new BlockTranspose();
  private float[] group = new float[0];
  private float[] panel = new float[0];
  private Matrix a = Matrix.ofRows(group, 0, 0);
  private Matrix b = Matrix.ofRows(panel, 0, 0);
  private Matrix c = Matrix.ofRows(panel, 0, 0);
  private int depth;

  /**
   * See {@link Kernels#gemm}; one chain.
   *
   * @param size of at most {@link Kernels#CHAIN} terms
   */
  void add(Matrix a, Matrix b, Matrix c, GemmSize size) {
    depth = size.depth();
    for (int j = 0; j < size.columns(); j += BLOCK) {
      this.b = panel(b.from(0, j));
      for (int i = 0; i < size.rows(); i += WIDTH) {
        int rows = Math.min(WIDTH, size.rows() - i);
        this.a = group(a.from(i, 0), rows);
        this.c = c.from(i, j);
        addGroup(rows);
      }
    }
  }

  /** As many rows of A as a vector has numbers, with neighbouring columns side by side. */
  private Matrix group(Matrix rows, int count) {
    if (rows.columnStep() == 1) {
      return rows;
    }
    int step = depth + Kernels.LANES;
    if (group.length < WIDTH * step) {
      group = new float[WIDTH * step];
    }
    Matrix copy = Matrix.ofRows(group, 0, step);
    transpose.write(rows.transposed(), copy, depth, count);
    return copy;
  }

  /** Rows of {@link Kernels#BLOCK} columns of B, one after another. */
  private Matrix panel(Matrix columns) {
    if (columns.rowStep() == BLOCK && columns.columnStep() == 1) {
      return columns;
    }
    if (panel.length < FRONT + depth * BLOCK) {
      panel = new float[FRONT + depth * BLOCK];
    }
    Matrix copy = Matrix.ofRows(panel, FRONT, BLOCK);
    if (columns.columnStep() == 1) {
      copyRows(columns, copy);
    } else {
      transpose.write(columns.transposed(), copy, BLOCK, depth);
    }
    return copy;
  }

  private void copyRows(Matrix from, Matrix to) {
    for (int k = 0; k < depth; k++) {
      int f = from.offset() + k * from.rowStep();
      int t = to.offset() + k * BLOCK;
      for (int j = 0; j < BLOCK; j += WIDTH) {
        FloatVector.fromArray(SPECIES, from.values(), f + j).intoArray(to.values(), t + j);
      }
    }
  }

  private void addGroup(int rows) {
    for (int j = 0; j < BLOCK; j += 4 * WIDTH) {
      int i = 0;
      for (; i + ROWS <= rows; i += ROWS) {
        fourRows(i, j);
      }
      for (; i < rows; i++) {
        oneRow(i, j);
      }
    }
  }

  private void fourRows(int row, int column) {
    float[] av = a.values();
    float[] bv = b.values();
    float[] cv = c.values();
    int c0 = c.offset() + row * c.rowStep() + column;
    int c1 = c0 + c.rowStep();
    int c2 = c1 + c.rowStep();
    int c3 = c2 + c.rowStep();
    FloatVector s00 = FloatVector.fromArray(SPECIES, cv, c0);
    FloatVector s01 = FloatVector.fromArray(SPECIES, cv, c0 + WIDTH);
    FloatVector s02 = FloatVector.fromArray(SPECIES, cv, c0 + 2 * WIDTH);
    FloatVector s03 = FloatVector.fromArray(SPECIES, cv, c0 + 3 * WIDTH);
    FloatVector s10 = FloatVector.fromArray(SPECIES, cv, c1);
    FloatVector s11 = FloatVector.fromArray(SPECIES, cv, c1 + WIDTH);
    FloatVector s12 = FloatVector.fromArray(SPECIES, cv, c1 + 2 * WIDTH);
    FloatVector s13 = FloatVector.fromArray(SPECIES, cv, c1 + 3 * WIDTH);
    FloatVector s20 = FloatVector.fromArray(SPECIES, cv, c2);
    FloatVector s21 = FloatVector.fromArray(SPECIES, cv, c2 + WIDTH);
    FloatVector s22 = FloatVector.fromArray(SPECIES, cv, c2 + 2 * WIDTH);
    FloatVector s23 = FloatVector.fromArray(SPECIES, cv, c2 + 3 * WIDTH);
    FloatVector s30 = FloatVector.fromArray(SPECIES, cv, c3);
    FloatVector s31 = FloatVector.fromArray(SPECIES, cv, c3 + WIDTH);
    FloatVector s32 = FloatVector.fromArray(SPECIES, cv, c3 + 2 * WIDTH);
    FloatVector s33 = FloatVector.fromArray(SPECIES, cv, c3 + 3 * WIDTH);
    int a0 = a.offset() + row * a.rowStep();
    int a1 = a0 + a.rowStep();
    int a2 = a1 + a.rowStep();
    int a3 = a2 + a.rowStep();
    int bi = b.offset() + column;
    for (int k = 0; k < depth; k++) {
      FloatVector b0 = FloatVector.fromArray(SPECIES, bv, bi);
      FloatVector b1 = FloatVector.fromArray(SPECIES, bv, bi + WIDTH);
      FloatVector b2 = FloatVector.fromArray(SPECIES, bv, bi + 2 * WIDTH);
      FloatVector b3 = FloatVector.fromArray(SPECIES, bv, bi + 3 * WIDTH);
      FloatVector factor = FloatVector.broadcast(SPECIES, av[a0 + k]);
      s00 = b0.fma(factor, s00);
      s01 = b1.fma(factor, s01);
      s02 = b2.fma(factor, s02);
      s03 = b3.fma(factor, s03);
      factor = FloatVector.broadcast(SPECIES, av[a1 + k]);
      s10 = b0.fma(factor, s10);
      s11 = b1.fma(factor, s11);
      s12 = b2.fma(factor, s12);
      s13 = b3.fma(factor, s13);
      factor = FloatVector.broadcast(SPECIES, av[a2 + k]);
      s20 = b0.fma(factor, s20);
      s21 = b1.fma(factor, s21);
      s22 = b2.fma(factor, s22);
      s23 = b3.fma(factor, s23);
      factor = FloatVector.broadcast(SPECIES, av[a3 + k]);
      s30 = b0.fma(factor, s30);
      s31 = b1.fma(factor, s31);
      s32 = b2.fma(factor, s32);
      s33 = b3.fma(factor, s33);
      bi += BLOCK;
    }
    s00.intoArray(cv, c0);
    s01.intoArray(cv, c0 + WIDTH);
    s02.intoArray(cv, c0 + 2 * WIDTH);
    s03.intoArray(cv, c0 + 3 * WIDTH);
    s10.intoArray(cv, c1);
    s11.intoArray(cv, c1 + WIDTH);
    s12.intoArray(cv, c1 + 2 * WIDTH);
    s13.intoArray(cv, c1 + 3 * WIDTH);
    s20.intoArray(cv, c2);
    s21.intoArray(cv, c2 + WIDTH);
    s22.intoArray(cv, c2 + 2 * WIDTH);
    s23.intoArray(cv, c2 + 3 * WIDTH);
    s30.intoArray(cv, c3);
    s31.intoArray(cv, c3 + WIDTH);
    s32.intoArray(cv, c3 + 2 * WIDTH);
    s33.intoArray(cv, c3 + 3 * WIDTH);
  }

  private void oneRow(int row, int column) {
    float[] av = a.values();
    float[] bv = b.values();
    float[] cv = c.values();
    int to = c.offset() + row * c.rowStep() + column;
    FloatVector s0 = FloatVector.fromArray(SPECIES, cv, to);
    FloatVector s1 = FloatVector.fromArray(SPECIES, cv, to + WIDTH);
    FloatVector s2 = FloatVector.fromArray(SPECIES, cv, to + 2 * WIDTH);
    FloatVector s3 = FloatVector.fromArray(SPECIES, cv, to + 3 * WIDTH);
    int ai = a.offset() + row * a.rowStep();
    int bi = b.offset() + column;
    for (int k = 0; k < depth; k++) {
      FloatVector factor = FloatVector.broadcast(SPECIES, av[ai + k]);
      s0 = FloatVector.fromArray(SPECIES, bv, bi).fma(factor, s0);
      s1 = FloatVector.fromArray(SPECIES, bv, bi + WIDTH).fma(factor, s1);
      s2 = FloatVector.fromArray(SPECIES, bv, bi + 2 * WIDTH).fma(factor, s2);
      s3 = FloatVector.fromArray(SPECIES, bv, bi + 3 * WIDTH).fma(factor, s3);
      bi += BLOCK;
    }
    s0.intoArray(cv, to);
    s1.intoArray(cv, to + WIDTH);
    s2.intoArray(cv, to + 2 * WIDTH);
    s3.intoArray(cv, to + 3 * WIDTH);
  }
}
