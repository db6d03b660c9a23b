package dev.winnow.network.pure;

import dev.winnow.kernels.Kernels;
import dev.winnow.kernels.Matrix;
import dev.winnow.kernels.ProductSize;

/** One bias for each channel of maps. */
record MapBiases(Kernels kernels, Maps maps) {
  private static final float[] ONE = {1};

  /**
   * Sets every pixel to its channel's bias and the border to zero.
   *
   * @param at where the biases begin
   */
  void fill(float[] values, int at, float[] to, int examples) {
    int row = maps.width() * examples * maps.step();
    int first = maps.at(0, 0, examples);
    for (int i = first; i < first + row; i += maps.step()) {
      System.arraycopy(values, at, to, i, maps.step());
    }
    for (int y = 1; y < maps.height(); y++) {
      System.arraycopy(to, first, to, maps.at(y, 0, examples), row);
    }
    maps.clearBorder(to, examples);
  }

  /** Adds δ of all pixels and examples, one after another. */
  void gradient(float[] delta, float[] sums, int at, int examples) {
    Matrix ones = Matrix.ofRows(ONE, 0, 0).transposed();
    for (int row = 0; row < maps.height(); row++) {
      kernels.multiply(
          ones,
          maps.from(delta, row, 0, examples),
          Matrix.ofRows(sums, at, maps.step()),
          new ProductSize(1, maps.width() * examples, maps.step()));
    }
  }
}
