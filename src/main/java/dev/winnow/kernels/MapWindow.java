package dev.winnow.kernels;

/**
 * The maps of a batch, or some of their pixels. The last block is whole: its examples beyond the
 * batch hold any finite numbers.
 */
public final class MapWindow {
  private final float[] values;
  private final MapSteps steps;
  private final int examples;

  /**
   * @param values the array itself, not a copy
   */
  public MapWindow(float[] values, MapSteps steps, int examples) {
    this.values = values;
    this.steps = steps;
    this.examples = examples;
  }

  public float[] values() {
    return values;
  }

  public MapSteps steps() {
    return steps;
  }

  public int examples() {
    return examples;
  }

  /** Blocks of {@link Kernels#LANES} examples. */
  public int blocks() {
    return (examples + Kernels.LANES - 1) / Kernels.LANES;
  }

  /** Where each pixel of channel 0 stands: block after block, row after row. */
  public int[] places(int rows, int columns) {
    int[] places = new int[blocks() * rows * columns];
    int at = 0;
    for (int block = 0; block < blocks(); block++) {
      for (int row = 0; row < rows; row++) {
        int place = steps.at(block, row, 0);
        for (int column = 0; column < columns; column++) {
          places[at++] = place;
          place += steps.pixel();
        }
      }
    }
    return places;
  }
}
