package dev.winnow.network.pure;

import dev.winnow.kernels.Kernels;
import dev.winnow.kernels.Matrix;
import java.util.Arrays;

/**
 * The order in which fully connected layers keep activations, [unit][example]: X (d × b) as an
 * array of d rows, each with {@code stride} examples. Those beyond the batch hold any finite
 * numbers; their gradient is zero.
 */
record FeatureMajor(int units) implements ActivationLayout {

  /** The examples that are computed for a batch of so many. */
  static int stride(int examples) {
    return padded(examples);
  }

  /** The next multiple of {@link Kernels#BLOCK}. */
  static int padded(int count) {
    return (count + Kernels.BLOCK - 1) / Kernels.BLOCK * Kernels.BLOCK;
  }

  /** The numbers of so many units, with those before and after them. */
  @Override
  public int size(int examples) {
    return Kernels.FRONT + units * stride(examples) + Kernels.LANES - Kernels.FRONT;
  }

  /** Where the examples of a unit begin. */
  static int row(int unit, int stride) {
    return Kernels.FRONT + unit * stride;
  }

  /** The same as a matrix of units and examples. */
  static Matrix matrix(float[] activations, int stride) {
    return Matrix.ofRows(activations, Kernels.FRONT, stride);
  }

  /** Gives all examples of each unit the same value. */
  static void fill(float[] activations, float[] values, int from, int units, int stride) {
    for (int unit = 0; unit < units; unit++) {
      Arrays.fill(activations, row(unit, stride), row(unit + 1, stride), values[from + unit]);
    }
  }
}
