package dev.winnow.kernels.vector;

import dev.winnow.kernels.Kernels;
import dev.winnow.kernels.Matrix;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Parts of the factors of a {@link Gemm}, packed (Goto and van de Geijn 2008, Anatomy of
 * High-Performance Matrix Multiplication, section 4) unless they stand as if they were: rows of A
 * with neighbouring columns side by side, and panels of {@link Kernels#BLOCK} columns of B, row
 * after row. With steps that the compiler does not know, indices and checks of bounds crowd the
 * registers, and a product took 1.1 to 1.8 times as long.
 */
final class PackedOperands {
  private static final VectorSpecies<Float> SPECIES = VectorKernels.SPECIES;
  private static final int WIDTH = SPECIES.length();
  private static final int BLOCK = Kernels.BLOCK;
  private static final int FRONT = Kernels.FRONT;

  private final BlockTranspose transpose = new BlockTranspose();
  private float[] group = new float[0];
  private float[] panel = new float[0];

  /** A's rows at hand: where the first begins, and how far it is from one to the next. */
  float[] left = group;

  int leftAt;
  int leftStep;

  /** The panel of B at hand, and where it begins. */
  float[] right = panel;

  int rightAt;

  /** As many rows of A as a vector has numbers, with neighbouring columns side by side. */
  void takeGroup(Matrix a, int row, int count, int depth) {
    if (a.columnStep() == 1) {
      left = a.values();
      leftAt = a.offset() + row * a.rowStep();
      leftStep = a.rowStep();
      return;
    }
    int step = depth + Kernels.LANES;
    if (group.length < WIDTH * step) {
      group = new float[WIDTH * step];
    }
    transpose.write(a.from(row, 0).transposed(), Matrix.ofRows(group, 0, step), depth, count);
    left = group;
    leftAt = 0;
    leftStep = step;
  }

  /** Rows of {@link Kernels#BLOCK} columns of B, one after another. */
  void takePanel(Matrix b, int column, int depth) {
    if (b.rowStep() == BLOCK && b.columnStep() == 1) {
      right = b.values();
      rightAt = b.offset() + column;
      return;
    }
    if (panel.length < FRONT + depth * BLOCK) {
      panel = new float[FRONT + depth * BLOCK];
    }
    right = panel;
    rightAt = FRONT;
    if (b.columnStep() == 1) {
      copyRows(b, b.offset() + column, depth);
    } else {
      Matrix rows = b.from(0, column).transposed();
      transpose.write(rows, Matrix.ofRows(panel, FRONT, BLOCK), BLOCK, depth);
    }
  }

  private void copyRows(Matrix b, int at, int depth) {
    float[] values = b.values();
    for (int k = 0; k < depth; k++) {
      int from = at + k * b.rowStep();
      int to = FRONT + k * BLOCK;
      for (int j = 0; j < BLOCK; j += WIDTH) {
        FloatVector.fromArray(SPECIES, values, from + j).intoArray(panel, to + j);
      }
    }
  }
}
