package dev.winnow.network.pure;

import dev.winnow.architecture.LayerSpec;
import dev.winnow.kernels.Kernels;
import dev.winnow.kernels.MapSize;
import dev.winnow.kernels.MapSteps;
import dev.winnow.kernels.MapWindow;
import java.util.Arrays;

/**
 * The order in which convolutions keep activations: [block][row][channel][column][example], in
 * blocks of {@link Kernels#LANES} examples, with one pixel of zeros around each map. Examples of
 * the last block beyond the batch hold any finite numbers; their gradient is zero.
 */
record FeatureMaps(int channels, int height, int width) implements ActivationLayout {
  /** Pixels of zeros on each side. */
  static final int BORDER = 1;

  /** Does something with one row of one channel of a block. */
  interface RowAction {
    void accept(int block, int row, int channel);
  }

  static FeatureMaps into(LayerSpec.Convolution spec) {
    return new FeatureMaps(spec.inChannels(), spec.height(), spec.width());
  }

  static FeatureMaps outOf(LayerSpec.Convolution spec) {
    return new FeatureMaps(spec.outChannels(), spec.outHeight(), spec.outWidth());
  }

  static FeatureMaps of(LayerSpec.BatchNorm spec) {
    return new FeatureMaps(spec.channels(), spec.height(), spec.width());
  }

  /** Half as high and half as wide. */
  FeatureMaps pooled() {
    return new FeatureMaps(channels, height / 2, width / 2);
  }

  MapSize mapSize() {
    return new MapSize(channels, height, width);
  }

  static int blocks(int examples) {
    return (examples + Kernels.LANES - 1) / Kernels.LANES;
  }

  /** Numbers from one channel of a row to the next. */
  int channelStep() {
    return (width + 2 * BORDER) * Kernels.LANES;
  }

  int rowStep() {
    return channels * channelStep();
  }

  private int blockStep() {
    return (height + 2 * BORDER) * rowStep();
  }

  /** The numbers of so many examples, with the border and those before and after them. */
  @Override
  public int size(int examples) {
    return Math.addExact(Math.multiplyExact(blocks(examples), blockStep()), Kernels.LANES);
  }

  /**
   * Where a pixel's examples begin.
   *
   * @param row from −1 (the border) to height
   * @param column from −1 to width
   */
  int at(int block, int row, int channel, int column) {
    return Kernels.FRONT
        + block * blockStep()
        + (row + BORDER) * rowStep()
        + channel * channelStep()
        + (column + BORDER) * Kernels.LANES;
  }

  /** All pixels. */
  MapWindow all(float[] values, int examples) {
    return every(1, values, 0, 0, examples);
  }

  /** Every {@code stride}-th row and column from this pixel on. */
  MapWindow every(int stride, float[] values, int row, int column, int examples) {
    MapSteps steps =
        new MapSteps(
            at(0, row, 0, column),
            stride * Kernels.LANES,
            stride * rowStep(),
            channelStep(),
            blockStep());
    return new MapWindow(values, steps, examples);
  }

  /** In the order in which they stand. */
  void forEachRow(int examples, RowAction action) {
    for (int block = 0; block < blocks(examples); block++) {
      for (int row = 0; row < height; row++) {
        for (int channel = 0; channel < channels; channel++) {
          action.accept(block, row, channel);
        }
      }
    }
  }

  /** Sets examples beyond the batch to zero. */
  void clearBeyond(float[] values, int examples) {
    int used = examples % Kernels.LANES;
    if (used == 0) {
      return;
    }
    int end = at(blocks(examples), -1, 0, -1);
    for (int i = at(blocks(examples) - 1, -1, 0, -1); i < end; i += Kernels.LANES) {
      Arrays.fill(values, i + used, i + Kernels.LANES, 0);
    }
  }
}
