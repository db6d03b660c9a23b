package dev.winnow.engine.pure.vector;

import dev.winnow.engine.pure.Connections;
import dev.winnow.engine.pure.Kernels;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Products with sparse rows; what is done to a sum afterwards is done before it is stored. */
final class SparseProducts {
  private static final VectorSpecies<Float> SPECIES = VectorKernels.SPECIES;
  private static final int WIDTH = SPECIES.length();

  private SparseProducts() {}

  /** See {@link Kernels#product}. */
  static void of(
      Connections connections,
      float[] factors,
      float[] in,
      float[] start,
      int from,
      boolean rectified,
      float[] out,
      int columns) {
    for (int j = 0; j < columns; j += 4 * WIDTH) {
      fourVectors(connections, factors, in, start, from, rectified, out, columns, j);
    }
  }

  private static void fourVectors(
      Connections connections,
      float[] factors,
      float[] in,
      float[] start,
      int from,
      boolean rectified,
      float[] out,
      int columns,
      int column) {
    int[] starts = connections.starts();
    int[] sources = connections.sources();
    float floor = rectified ? 0 : Float.NEGATIVE_INFINITY;
    for (int unit = 0; unit < connections.units(); unit++) {
      FloatVector s0 = FloatVector.broadcast(SPECIES, start[from + unit]);
      FloatVector s1 = s0;
      FloatVector s2 = s0;
      FloatVector s3 = s0;
      int end = starts[unit + 1];
      for (int k = starts[unit]; k < end; k++) {
        FloatVector factor = FloatVector.broadcast(SPECIES, factors[k]);
        int row = Kernels.FRONT + sources[k] * columns + column;
        s0 = FloatVector.fromArray(SPECIES, in, row).fma(factor, s0);
        s1 = FloatVector.fromArray(SPECIES, in, row + WIDTH).fma(factor, s1);
        s2 = FloatVector.fromArray(SPECIES, in, row + 2 * WIDTH).fma(factor, s2);
        s3 = FloatVector.fromArray(SPECIES, in, row + 3 * WIDTH).fma(factor, s3);
      }
      int to = Kernels.FRONT + unit * columns + column;
      s0.max(floor).intoArray(out, to);
      s1.max(floor).intoArray(out, to + WIDTH);
      s2.max(floor).intoArray(out, to + 2 * WIDTH);
      s3.max(floor).intoArray(out, to + 3 * WIDTH);
    }
  }

  /** See {@link Kernels#passedProduct}. */
  static void passed(
      Connections connections,
      float[] factors,
      float[] in,
      float[] activations,
      float[] out,
      int columns) {
    for (int j = 0; j < columns; j += 4 * WIDTH) {
      passedVectors(connections, factors, in, activations, out, columns, j);
    }
  }

  private static void passedVectors(
      Connections connections,
      float[] factors,
      float[] in,
      float[] activations,
      float[] out,
      int columns,
      int column) {
    int[] starts = connections.starts();
    int[] sources = connections.sources();
    for (int unit = 0; unit < connections.units(); unit++) {
      FloatVector s0 = FloatVector.zero(SPECIES);
      FloatVector s1 = s0;
      FloatVector s2 = s0;
      FloatVector s3 = s0;
      int end = starts[unit + 1];
      for (int k = starts[unit]; k < end; k++) {
        FloatVector factor = FloatVector.broadcast(SPECIES, factors[k]);
        int row = Kernels.FRONT + sources[k] * columns + column;
        s0 = FloatVector.fromArray(SPECIES, in, row).fma(factor, s0);
        s1 = FloatVector.fromArray(SPECIES, in, row + WIDTH).fma(factor, s1);
        s2 = FloatVector.fromArray(SPECIES, in, row + 2 * WIDTH).fma(factor, s2);
        s3 = FloatVector.fromArray(SPECIES, in, row + 3 * WIDTH).fma(factor, s3);
      }
      int to = Kernels.FRONT + unit * columns + column;
      pass(s0, activations, out, to);
      pass(s1, activations, out, to + WIDTH);
      pass(s2, activations, out, to + 2 * WIDTH);
      pass(s3, activations, out, to + 3 * WIDTH);
    }
  }

  private static void pass(FloatVector sum, float[] activations, float[] out, int to) {
    VectorMask<Float> active =
        FloatVector.fromArray(SPECIES, activations, to).compare(VectorOperators.GT, 0);
    FloatVector.zero(SPECIES).blend(sum, active).intoArray(out, to);
  }
}
