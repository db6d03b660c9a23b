package dev.winnow.kernels.vector;

import dev.winnow.kernels.MapSize;
import dev.winnow.kernels.MapSteps;
import dev.winnow.kernels.MapWindow;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Where the pixels of maps stand, listed when they are first asked for, since the same layers work
 * in every step. Belongs to one thread.
 */
final class PixelPlaces {
  private record Key(MapSteps steps, int rows, int columns, int blocks, int tile) {}

  private final Map<Key, int[]> known = new HashMap<>();

  /** Of channel 0: block after block, row after row; not to be changed. */
  int[] of(MapWindow maps, MapSize size) {
    return filledUp(maps, size, 1);
  }

  /** Likewise, and then the first place again until they fill tiles, which are no neighbours. */
  int[] filledUp(MapWindow maps, MapSize size, int tile) {
    Key key = new Key(maps.steps(), size.rows(), size.columns(), maps.blocks(), tile);
    return known.computeIfAbsent(key, absent -> list(maps, size, tile));
  }

  private static int[] list(MapWindow maps, MapSize size, int tile) {
    int[] places = maps.places(size.rows(), size.columns());
    int[] filled = Arrays.copyOf(places, (places.length + tile - 1) / tile * tile);
    Arrays.fill(filled, places.length, filled.length, places[0]);
    return filled;
  }
}
