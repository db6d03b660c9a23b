package dev.winnow.kernels.vector;

import dev.winnow.kernels.Matrix;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** {@code C += A · B}, four rows and four vectors at once. */
final class Gemm {
  private static final VectorSpecies<Float> SPECIES = VectorKernels.SPECIES;
  private static final int WIDTH = SPECIES.length();
  private static final int ROWS = 4;

  private final Matrix a;
  private final Matrix b;
  private final Matrix c;
  private final int depth;

  Gemm(Matrix a, Matrix b, Matrix c, int depth) {
    this.a = a;
    this.b = b;
    this.c = c;
    this.depth = depth;
  }

  void add(int rows, int columns) {
    for (int j = 0; j < columns; j += 4 * WIDTH) {
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
    int ar = a.rowStep();
    int ac = a.columnStep();
    int br = b.rowStep();
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
    int ai = a.offset() + row * ar;
    int bi = b.offset() + column;
    for (int k = 0; k < depth; k++) {
      FloatVector b0 = FloatVector.fromArray(SPECIES, bv, bi);
      FloatVector b1 = FloatVector.fromArray(SPECIES, bv, bi + WIDTH);
      FloatVector b2 = FloatVector.fromArray(SPECIES, bv, bi + 2 * WIDTH);
      FloatVector b3 = FloatVector.fromArray(SPECIES, bv, bi + 3 * WIDTH);
      FloatVector a0 = FloatVector.broadcast(SPECIES, av[ai]);
      s00 = b0.fma(a0, s00);
      s01 = b1.fma(a0, s01);
      s02 = b2.fma(a0, s02);
      s03 = b3.fma(a0, s03);
      FloatVector a1 = FloatVector.broadcast(SPECIES, av[ai + ar]);
      s10 = b0.fma(a1, s10);
      s11 = b1.fma(a1, s11);
      s12 = b2.fma(a1, s12);
      s13 = b3.fma(a1, s13);
      FloatVector a2 = FloatVector.broadcast(SPECIES, av[ai + 2 * ar]);
      s20 = b0.fma(a2, s20);
      s21 = b1.fma(a2, s21);
      s22 = b2.fma(a2, s22);
      s23 = b3.fma(a2, s23);
      FloatVector a3 = FloatVector.broadcast(SPECIES, av[ai + 3 * ar]);
      s30 = b0.fma(a3, s30);
      s31 = b1.fma(a3, s31);
      s32 = b2.fma(a3, s32);
      s33 = b3.fma(a3, s33);
      ai += ac;
      bi += br;
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
    int ac = a.columnStep();
    int br = b.rowStep();
    int ai = a.offset() + row * a.rowStep();
    int bi = b.offset() + column;
    for (int k = 0; k < depth; k++) {
      FloatVector factor = FloatVector.broadcast(SPECIES, av[ai]);
      s0 = FloatVector.fromArray(SPECIES, bv, bi).fma(factor, s0);
      s1 = FloatVector.fromArray(SPECIES, bv, bi + WIDTH).fma(factor, s1);
      s2 = FloatVector.fromArray(SPECIES, bv, bi + 2 * WIDTH).fma(factor, s2);
      s3 = FloatVector.fromArray(SPECIES, bv, bi + 3 * WIDTH).fma(factor, s3);
      ai += ac;
      bi += br;
    }
    s0.intoArray(cv, to);
    s1.intoArray(cv, to + WIDTH);
    s2.intoArray(cv, to + 2 * WIDTH);
    s3.intoArray(cv, to + 3 * WIDTH);
  }
}
