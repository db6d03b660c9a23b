package dev.winnow.network.pure;

import dev.winnow.architecture.LayerSpec;
import dev.winnow.kernels.Kernels;
import dev.winnow.kernels.Matrix;
import java.util.Arrays;

/**
 * The order in which convolutions keep activations: row after row, pixel after pixel, example after
 * example, channel after channel, with one pixel of zeros around each map and channels of zeros up
 * to a multiple of {@link Kernels#BLOCK}. So the pixels of one row, seen from any place in a
 * kernel, are one {@link Matrix} of (pixel, example) by channel.
 */
record Maps(int channels, int height, int width) {
  /** Pixels of zeros on each side. */
  static final int BORDER = 1;

  static Maps into(LayerSpec.Convolution spec) {
    return new Maps(spec.inChannels(), spec.height(), spec.width());
  }

  /** Before any pixels are left out. */
  static Maps outOf(LayerSpec.Convolution spec) {
    return new Maps(spec.outChannels(), spec.height(), spec.width());
  }

  /** Every {@code stride}-th row and column from the first. */
  Maps every(int stride) {
    return new Maps(channels, (height + stride - 1) / stride, (width + stride - 1) / stride);
  }

  static Maps of(LayerSpec.BatchNorm spec) {
    return new Maps(spec.channels(), spec.height(), spec.width());
  }

  /** Half as high and half as wide. */
  Maps pooled() {
    return new Maps(channels, height / 2, width / 2);
  }

  /** Numbers from one example to the next. */
  int step() {
    return Columns.padded(channels);
  }

  /** Numbers in one pixel of all examples. */
  int pixel(int examples) {
    return Math.multiplyExact(examples, step());
  }

  /** Numbers in all pixels of all examples, with the border. */
  int size(int examples) {
    return Math.multiplyExact((height + 2 * BORDER) * (width + 2 * BORDER), pixel(examples));
  }

  /**
   * Where a pixel begins.
   *
   * @param row from −1 (the border) to height
   * @param column from −1 to width
   */
  int at(int row, int column, int examples) {
    return ((row + BORDER) * (width + 2 * BORDER) + column + BORDER) * pixel(examples);
  }

  /**
   * One matrix row for each example of each pixel from this one to the right, one column each
   * channel.
   */
  Matrix from(float[] values, int row, int column, int examples) {
    return Matrix.ofRows(values, at(row, column, examples), step());
  }

  /** Sets the border to zero. */
  void clearBorder(float[] values, int examples) {
    int pixel = pixel(examples);
    Arrays.fill(values, 0, at(0, 0, examples), 0);
    for (int row = 0; row < height - 1; row++) {
      int end = at(row, width, examples);
      Arrays.fill(values, end, end + 2 * pixel, 0);
    }
    Arrays.fill(values, at(height - 1, width, examples), size(examples), 0);
  }
}
