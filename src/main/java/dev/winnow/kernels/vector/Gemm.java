package dev.winnow.kernels.vector;

import dev.winnow.kernels.GemmSize;
import dev.winnow.kernels.Kernels;
import dev.winnow.kernels.Matrix;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@code C (m × n) += A (m × k) · B (k × n)}, four rows and four vectors at once: 16 sums, for
 * which 4 + 4 loads feed 16 multiply-adds. Belongs to one thread.
 */
final class Gemm {
  private static final VectorSpecies<Float> SPECIES = VectorKernels.SPECIES;
  private static final int WIDTH = SPECIES.length();
  private static final int BLOCK = Kernels.BLOCK;
  private static final int ROWS = 4;

  private final PackedOperands packed = new PackedOperands();
  private int depth;

  /**
   * See {@link Kernels#gemm}; one chain.
   *
   * @param size of at most {@link Kernels#CHAIN} terms
   */
  void add(Matrix a, Matrix b, Matrix c, GemmSize size) {
    depth = size.depth();
    for (int j = 0; j < size.columns(); j += BLOCK) {
      packed.takePanel(b, j, depth);
      for (int i = 0; i < size.rows(); i += WIDTH) {
        int rows = Math.min(WIDTH, size.rows() - i);
        packed.takeGroup(a, i, rows, depth);
        addGroup(c, c.offset() + i * c.rowStep() + j, rows);
      }
    }
  }

  private void addGroup(Matrix c, int at, int rows) {
    for (int j = 0; j < BLOCK; j += 4 * WIDTH) {
      int i = 0;
      for (; i + ROWS <= rows; i += ROWS) {
        fourRows(i, j, c.values(), at + i * c.rowStep() + j, c.rowStep());
      }
      for (; i < rows; i++) {
        oneRow(i, j, c.values(), at + i * c.rowStep() + j);
      }
    }
  }

  private void fourRows(int row, int column, float[] cv, int c0, int step) {
    float[] av = packed.left;
    float[] bv = packed.right;
    int c1 = c0 + step;
    int c2 = c1 + step;
    int c3 = c2 + step;
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
    int a0 = packed.leftAt + row * packed.leftStep;
    int a1 = a0 + packed.leftStep;
    int a2 = a1 + packed.leftStep;
    int a3 = a2 + packed.leftStep;
    int bi = packed.rightAt + column;
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

  private void oneRow(int row, int column, float[] cv, int to) {
    float[] av = packed.left;
    float[] bv = packed.right;
    FloatVector s0 = FloatVector.fromArray(SPECIES, cv, to);
    FloatVector s1 = FloatVector.fromArray(SPECIES, cv, to + WIDTH);
    FloatVector s2 = FloatVector.fromArray(SPECIES, cv, to + 2 * WIDTH);
    FloatVector s3 = FloatVector.fromArray(SPECIES, cv, to + 3 * WIDTH);
    int ai = packed.leftAt + row * packed.leftStep;
    int bi = packed.rightAt + column;
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
