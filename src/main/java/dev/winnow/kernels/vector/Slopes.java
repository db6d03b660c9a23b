package dev.winnow.kernels.vector;

import dev.winnow.kernels.MapSize;
import dev.winnow.kernels.MapWindow;

/** The gradient of what a convolution puts out. */
final class Slopes {
  private final MapWindow maps;
  private final int channels;
  private final int[] places;
  private final int chain;

  /**
   * @param places where the pixels of channel 0 stand
   */
  Slopes(MapWindow maps, MapSize size, int[] places) {
    this.maps = maps;
    this.channels = size.channels();
    this.places = places;
    this.chain = size.chainRows() * size.columns();
  }

  float[] values() {
    return maps.values();
  }

  /** Pixels of all blocks together. */
  int pixels() {
    return places.length;
  }

  /** The most pixels of one chain. */
  int chain() {
    return chain;
  }

  /** Where a pixel of channel 0 stands. */
  int place(int pixel) {
    return places[pixel];
  }

  /** Numbers from channel 0 to another; to the last one, if that does not exist. */
  int channel(int channel) {
    return Math.min(channel, channels - 1) * maps.steps().channel();
  }
}
