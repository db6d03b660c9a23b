package dev.winnow.engine.sparse;

/**
 * What the layers give for one batch: for each layer and the inputs before them one array, unit
 * after unit, each with {@code stride} examples. Examples beyond the batch hold numbers that nobody
 * reads.
 */
final class Activations {
  private final int stride;
  private final float[][] arrays;

  /**
   * @param examples the most in one batch
   * @param units of the inputs and of each layer
   */
  Activations(int examples, int[] units) {
    stride = stride(examples);
    arrays = new float[units.length][];
    for (int i = 0; i < units.length; i++) {
      arrays[i] = new float[Math.multiplyExact(units[i], stride)];
    }
  }

  /** The examples that are computed for a batch of so many. */
  static int stride(int examples) {
    return (examples + Kernels.BLOCK - 1) / Kernels.BLOCK * Kernels.BLOCK;
  }

  int stride() {
    return stride;
  }

  /** What goes into layer {@code index}; the last array is the logits. */
  float[] into(int index) {
    return arrays[index];
  }

  float[] outOf(int index) {
    return arrays[index + 1];
  }

  float[] logits() {
    return arrays[arrays.length - 1];
  }
}
