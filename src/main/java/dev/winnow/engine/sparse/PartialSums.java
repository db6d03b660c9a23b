package dev.winnow.engine.sparse;

/** Adds up the partial sums of {@link Kernels#gradient}, in one order for all kernels. */
public final class PartialSums {
  private PartialSums() {}

  /**
   * The sum of {@link Kernels#LANES} numbers.
   *
   * @param p where they stand
   * @param i the index of the first
   */
  public static float fold(float[] p, int i) {
    float a = (p[i] + p[i + 8]) + (p[i + 4] + p[i + 12]);
    float b = (p[i + 1] + p[i + 9]) + (p[i + 5] + p[i + 13]);
    float c = (p[i + 2] + p[i + 10]) + (p[i + 6] + p[i + 14]);
    float d = (p[i + 3] + p[i + 11]) + (p[i + 7] + p[i + 15]);
    return (a + c) + (b + d);
  }
}
