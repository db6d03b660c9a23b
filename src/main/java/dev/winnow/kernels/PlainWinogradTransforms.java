package dev.winnow.kernels;

import java.util.Arrays;

/** Winograd's transforms in plain Java. Belongs to one thread. */
final class PlainWinogradTransforms implements WinogradTransforms {
  /** A matrix times a vector; the numbers of both stand {@code step} apart. */
  private interface Transform {
    void apply(float[] from, int at, float[] to, int place, int step);
  }

  /** {@code T a Tᵀ}, where a has {@code from} rows and columns and the result {@code to}. */
  private record Twice(Transform transform, int from, int to) {
    private static final int MOST = 4;

    /** Works on the first numbers of {@code a}; rows are {@link #MOST} apart. */
    void apply(float[] a) {
      float[] down = new float[MOST * MOST];
      for (int x = 0; x < from; x++) {
        transform.apply(a, x, down, x, MOST);
      }
      for (int y = 0; y < to; y++) {
        transform.apply(down, y * MOST, a, y * MOST, 1);
      }
    }
  }

  private static final int LANES = Kernels.LANES;
  private static final int SIDE = 4;
  private static final int TILE = 2;
  private static final int KERNEL = 3;

  private static final Twice INPUT =
      new Twice(
          (d, i, v, p, s) -> {
            v[p] = d[i] - d[i + 2 * s];
            v[p + s] = d[i + s] + d[i + 2 * s];
            v[p + 2 * s] = d[i + 2 * s] - d[i + s];
            v[p + 3 * s] = d[i + s] - d[i + 3 * s];
          },
          SIDE,
          SIDE);

  private static final Twice OUTPUT =
      new Twice(
          (m, i, y, p, s) -> {
            y[p] = m[i] + m[i + s] + m[i + 2 * s];
            y[p + s] = m[i + s] - m[i + 2 * s] - m[i + 3 * s];
          },
          SIDE,
          TILE);

  private static final Twice SLOPE =
      new Twice(
          (y, i, m, p, s) -> {
            m[p] = y[i];
            m[p + s] = y[i] + y[i + s];
            m[p + 2 * s] = y[i] - y[i + s];
            m[p + 3 * s] = -y[i + s];
          },
          TILE,
          SIDE);

  private static final Twice FILTER =
      new Twice(
          (g, i, u, p, s) -> {
            float outer = g[i] + g[i + 2 * s];
            u[p] = g[i];
            u[p + s] = (outer + g[i + s]) * 0.5f;
            u[p + 2 * s] = (outer - g[i + s]) * 0.5f;
            u[p + 3 * s] = g[i + 2 * s];
          },
          KERNEL,
          SIDE);

  private static final Twice GRADIENT =
      new Twice(
          (u, i, g, p, s) -> {
            float half = (u[i + s] + u[i + 2 * s]) * 0.5f;
            g[p] = u[i] + half;
            g[p + s] = (u[i + s] - u[i + 2 * s]) * 0.5f;
            g[p + 2 * s] = half + u[i + 3 * s];
          },
          SIDE,
          KERNEL);

  private final float[] square = new float[SIDE * SIDE];

  @Override
  public void filters(WinogradShape shape, float[] weights, float[] to) {
    for (int o = 0; o < shape.outputs(); o++) {
      for (int i = 0; i < shape.inputs(); i++) {
        for (int k = 0; k < KERNEL * KERNEL; k++) {
          int from = (k * shape.outputs() + o) * shape.inputs() + i;
          square[k / KERNEL * SIDE + k % KERNEL] = weights[from];
        }
        FILTER.apply(square);
        for (int p = 0; p < square.length; p++) {
          to[Winograd.filter(shape, p, o) + i] = square[p];
        }
      }
    }
  }

  @Override
  public void gradient(WinogradShape shape, float[] from, float[] gradient) {
    for (int o = 0; o < shape.outputs(); o++) {
      for (int i = 0; i < shape.inputs(); i++) {
        for (int p = 0; p < square.length; p++) {
          square[p] = from[Winograd.filter(shape, p, o) + i];
        }
        GRADIENT.apply(square);
        for (int k = 0; k < KERNEL * KERNEL; k++) {
          int to = (k * shape.outputs() + o) * shape.inputs() + i;
          gradient[to] = square[k / KERNEL * SIDE + k % KERNEL];
        }
      }
    }
  }

  @Override
  public void inputs(MapTiles tiles, float[] to) {
    MapSteps steps = tiles.maps().steps();
    write(tiles, INPUT, -steps.row() - steps.pixel(), to);
  }

  @Override
  public void slopes(MapTiles tiles, float[] to) {
    write(tiles, SLOPE, 0, to);
  }

  /**
   * @param offset of the first pixel that is read from the first one of a tile
   */
  private void write(MapTiles tiles, Twice transform, int offset, float[] to) {
    for (int c = 0; c < tiles.channels(); c++) {
      for (int tile = 0; tile < MapTiles.TOGETHER; tile++) {
        for (int lane = 0; lane < LANES; lane++) {
          if (tile < tiles.tiles()) {
            read(tiles, c, tile, lane + offset, transform.from());
            transform.apply(square);
          } else {
            Arrays.fill(square, 0);
          }
          for (int p = 0; p < square.length; p++) {
            to[Winograd.at(p, c, tiles.channels()) + tile * LANES + lane] = square[p];
          }
        }
      }
    }
  }

  private void read(MapTiles tiles, int channel, int tile, int offset, int side) {
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        square[y * SIDE + x] = tiles.maps().values()[at(tiles, channel, tile, y, x) + offset];
      }
    }
  }

  private static int at(MapTiles tiles, int channel, int tile, int row, int column) {
    MapSteps steps = tiles.maps().steps();
    return tiles.place(tile)
        + channel * steps.channel()
        + row * steps.row()
        + column * steps.pixel();
  }

  @Override
  public void outputs(float[] from, Epilogue epilogue, MapTiles tiles) {
    for (int c = 0; c < tiles.channels(); c++) {
      for (int tile = 0; tile < tiles.tiles(); tile++) {
        for (int lane = 0; lane < LANES; lane++) {
          for (int p = 0; p < square.length; p++) {
            square[p] = from[Winograd.at(p, c, tiles.channels()) + tile * LANES + lane];
          }
          OUTPUT.apply(square);
          for (int k = 0; k < TILE * TILE; k++) {
            float sum = square[k / TILE * SIDE + k % TILE] + epilogue.bias(c);
            tiles.maps().values()[at(tiles, c, tile, k / TILE, k % TILE) + lane] =
                epilogue.relu() ? Math.max(sum, 0) : sum;
          }
        }
      }
    }
  }
}
