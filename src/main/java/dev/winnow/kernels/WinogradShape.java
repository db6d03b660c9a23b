package dev.winnow.kernels;

/**
 * A convolution with kernels of 3 × 3 and stride 1 whose maps are as large as what it reads.
 *
 * @param inputs channels that it reads, from {@link Kernels#LANES} to {@link Kernels#CHAIN}
 * @param outputs channels that it gives, likewise
 * @param rows of a map; even
 * @param columns of a map; even
 */
public record WinogradShape(int inputs, int outputs, int rows, int columns) {
  /**
   * @throws IllegalArgumentException if a number is not within its bounds
   */
  public WinogradShape {
    boolean channels =
        Math.min(inputs, outputs) >= Kernels.LANES && Math.max(inputs, outputs) <= Kernels.CHAIN;
    if (!channels || rows % 2 != 0 || columns % 2 != 0) {
      throw new IllegalArgumentException(
          "Must be of %d to %d channels and even rows and columns, is %d to %d channels of %d × %d"
              .formatted(Kernels.LANES, Kernels.CHAIN, inputs, outputs, rows, columns));
    }
  }

  /** The same with what it reads and what it gives exchanged. */
  WinogradShape reversed() {
    return new WinogradShape(outputs, inputs, rows, columns);
  }

  MapSize in() {
    return new MapSize(inputs, rows, columns);
  }

  MapSize out() {
    return new MapSize(outputs, rows, columns);
  }
}
