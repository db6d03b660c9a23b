package dev.winnow.kernels.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** A small matrix of vectors within an array. */
final class VectorSquare {
  private static final VectorSpecies<Float> SPECIES = VectorKernels.SPECIES;

  private final float[] values;
  private final int rowStep;
  private final int columnStep;
  private int at;

  VectorSquare(float[] values, int rowStep, int columnStep) {
    this.values = values;
    this.rowStep = rowStep;
    this.columnStep = columnStep;
  }

  /** From now on element (0, 0) is the vector that begins here. */
  VectorSquare moveTo(int place) {
    at = place;
    return this;
  }

  FloatVector get(int row, int column) {
    return FloatVector.fromArray(SPECIES, values, at + row * rowStep + column * columnStep);
  }

  void put(int row, int column, FloatVector vector) {
    vector.intoArray(values, at + row * rowStep + column * columnStep);
  }
}
