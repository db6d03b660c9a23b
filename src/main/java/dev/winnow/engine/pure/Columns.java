package dev.winnow.engine.pure;

import java.util.Arrays;

/**
 * The order in which fully connected layers keep activations: unit after unit, each with {@code
 * stride} examples. Examples beyond the batch hold any finite numbers; their gradient is zero.
 */
final class Columns {
  private static final int TILE = 16;

  private Columns() {}

  /** The examples that are computed for a batch of so many. */
  static int stride(int examples) {
    return padded(examples);
  }

  /** The next multiple of {@link Kernels#BLOCK}. */
  static int padded(int count) {
    return (count + Kernels.BLOCK - 1) / Kernels.BLOCK * Kernels.BLOCK;
  }

  /** Gives all examples of each unit the same value. */
  static void fill(float[] columns, float[] values, int from, int units, int stride) {
    for (int unit = 0; unit < units; unit++) {
      Arrays.fill(columns, unit * stride, (unit + 1) * stride, values[from + unit]);
    }
  }

  /**
   * Sets {@code to[j · toStep + i]} to {@code from[i · fromStep + j]}, in tiles that fit caches.
   */
  static void transpose(float[] from, int fromStep, int rows, int columns, float[] to, int toStep) {
    for (int row = 0; row < rows; row += TILE) {
      int end = Math.min(rows, row + TILE);
      for (int j = 0; j < columns; j++) {
        int place = j * toStep;
        for (int i = row; i < end; i++) {
          to[place + i] = from[i * fromStep + j];
        }
      }
    }
  }
}
