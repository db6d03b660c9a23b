package dev.winnow.kernels;

/**
 * Where the maps of a batch stand in an array, as numbers from one to the next. The {@link
 * Kernels#LANES} examples of a block stand side by side.
 *
 * @param start where the first example's pixel (0, 0) of channel 0 stands
 */
public record MapSteps(int start, int pixel, int row, int channel, int block) {
  /** Where a row of a channel begins. */
  public int at(int block, int row, int channel) {
    return start + block * this.block + row * this.row + channel * this.channel;
  }
}
