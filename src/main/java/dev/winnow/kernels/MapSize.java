package dev.winnow.kernels;

/** How many channels one example's maps have, and how many pixels each map has. */
public record MapSize(int channels, int rows, int columns) {
  /** Rows of a chain of a sum over pixels: as many as have at most {@link Kernels#CHAIN} pixels. */
  public int chainRows() {
    return Math.max(1, Kernels.CHAIN / columns);
  }
}
