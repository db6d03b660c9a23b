package dev.winnow.kernels;

/**
 * The tiles of 2 × 2 pixels that the maps of a batch consist of, {@link #TOGETHER} at a time: block
 * after block, row after row.
 */
public final class MapTiles {
  /** Tiles whose examples together are as many as a product of matrices has columns. */
  public static final int TOGETHER = Kernels.BLOCK / Kernels.LANES;

  private final MapWindow maps;
  private final MapSize size;
  private final int count;
  private int first;

  /**
   * @param size with an even number of rows and of columns
   */
  MapTiles(MapWindow maps, MapSize size) {
    this.maps = maps;
    this.size = size;
    this.count = maps.blocks() * (size.rows() / 2) * (size.columns() / 2);
  }

  /** Groups of {@link #TOGETHER} tiles; the last one may have fewer. */
  int groups() {
    return (count + TOGETHER - 1) / TOGETHER;
  }

  void moveTo(int group) {
    first = group * TOGETHER;
  }

  public MapWindow maps() {
    return maps;
  }

  public int channels() {
    return size.channels();
  }

  /** Tiles of this group. */
  public int tiles() {
    return Math.min(TOGETHER, count - first);
  }

  /** Where the upper left pixel of channel 0 of a tile of this group stands. */
  public int place(int tile) {
    int inRow = size.columns() / 2;
    int inMap = size.rows() / 2 * inRow;
    int index = first + tile;
    int row = index % inMap / inRow;
    int column = index % inRow;
    MapSteps steps = maps.steps();
    return steps.at(index / inMap, 2 * row, 0) + 2 * column * steps.pixel();
  }
}
