package dev.winnow.kernels.vector;

import dev.winnow.kernels.Epilogue;
import dev.winnow.kernels.Kernels;
import dev.winnow.kernels.MapSteps;
import dev.winnow.kernels.MapTiles;
import dev.winnow.kernels.Matrix;
import dev.winnow.kernels.Winograd;
import dev.winnow.kernels.WinogradShape;
import dev.winnow.kernels.WinogradTransforms;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** Winograd's transforms on vectors over the examples of a block. Belongs to one thread. */
final class VectorWinogradTransforms implements WinogradTransforms {
  private static final VectorSpecies<Float> SPECIES = VectorKernels.SPECIES;
  private static final int WIDTH = SPECIES.length();
  private static final int LANES = Kernels.LANES;

  private final float[] down = new float[16 * WIDTH];
  private final BlockTranspose transpose = new BlockTranspose();

  @Override
  public void filters(WinogradShape shape, float[] weights, float[] to) {
    VectorFilters.write(shape, weights, to);
  }

  @Override
  public void gradient(WinogradShape shape, float[] from, float[] gradient) {
    VectorFilters.writeGradient(shape, from, gradient);
  }

  @Override
  public void transpose(Matrix from, Matrix to) {
    transpose.write(from, to);
  }

  @Override
  public void inputs(MapTiles tiles, float[] to) {
    MapSteps steps = tiles.maps().steps();
    float[] maps = tiles.maps().values();
    int next = Winograd.at(1, 0, tiles.channels()) - Winograd.at(0, 0, tiles.channels());
    int[] places = new int[MapTiles.TOGETHER];
    for (int tile = 0; tile < MapTiles.TOGETHER; tile++) {
      places[tile] = tile < tiles.tiles() ? tiles.place(tile) - steps.row() - steps.pixel() : -1;
    }
    for (int c = 0; c < tiles.channels(); c++) {
      for (int tile = 0; tile < MapTiles.TOGETHER; tile++) {
        int place = places[tile];
        int at = Winograd.at(0, c, tiles.channels()) + tile * LANES;
        for (int lane = 0; lane < LANES; lane += WIDTH) {
          if (place >= 0) {
            input(maps, place + c * steps.channel() + lane, steps, to, at + lane, next);
          } else {
            clear(to, at + lane, next);
          }
        }
      }
    }
  }

  private static void clear(float[] to, int at, int next) {
    for (int p = 0; p < 16; p++) {
      FloatVector.zero(SPECIES).intoArray(to, at + p * next);
    }
  }

  private void input(float[] d, int at, MapSteps steps, float[] to, int p, int next) {
    int row = steps.row();
    for (int x = 0; x < 4; x++) {
      int up = at + x * steps.pixel();
      FloatVector d1 = load(d, up + row);
      FloatVector d2 = load(d, up + 2 * row);
      load(d, up).sub(d2).intoArray(down, x * WIDTH);
      d1.add(d2).intoArray(down, (4 + x) * WIDTH);
      d2.sub(d1).intoArray(down, (8 + x) * WIDTH);
      d1.sub(load(d, up + 3 * row)).intoArray(down, (12 + x) * WIDTH);
    }
    for (int y = 0; y < 4; y++) {
      int left = 4 * y * WIDTH;
      FloatVector e1 = load(down, left + WIDTH);
      FloatVector e2 = load(down, left + 2 * WIDTH);
      int q = p + 4 * y * next;
      load(down, left).sub(e2).intoArray(to, q);
      e1.add(e2).intoArray(to, q + next);
      e2.sub(e1).intoArray(to, q + 2 * next);
      e1.sub(load(down, left + 3 * WIDTH)).intoArray(to, q + 3 * next);
    }
  }

  private static FloatVector load(float[] values, int at) {
    return FloatVector.fromArray(SPECIES, values, at);
  }

  @Override
  public void outputs(float[] from, Epilogue epilogue, MapTiles tiles) {
    MapSteps steps = tiles.maps().steps();
    float[] maps = tiles.maps().values();
    float floor = epilogue.rectified() ? 0 : Float.NEGATIVE_INFINITY;
    int next = Winograd.at(1, 0, tiles.channels()) - Winograd.at(0, 0, tiles.channels());
    for (int tile = 0; tile < tiles.tiles(); tile++) {
      int place = tiles.place(tile);
      for (int c = 0; c < tiles.channels(); c++) {
        int at = Winograd.at(0, c, tiles.channels()) + tile * LANES;
        for (int lane = 0; lane < LANES; lane += WIDTH) {
          int to = place + c * steps.channel() + lane;
          float bias = epilogue.bias(c);
          output(from, at + lane, next, bias, floor, maps, to, steps);
        }
      }
    }
  }

  private void output(
      float[] m, int p, int next, float bias, float floor, float[] to, int at, MapSteps steps) {
    for (int x = 0; x < 4; x++) {
      int q = p + x * next;
      FloatVector m1 = load(m, q + 4 * next);
      FloatVector m2 = load(m, q + 8 * next);
      load(m, q).add(m1).add(m2).intoArray(down, x * WIDTH);
      m1.sub(m2).sub(load(m, q + 12 * next)).intoArray(down, (4 + x) * WIDTH);
    }
    for (int y = 0; y < 2; y++) {
      int left = 4 * y * WIDTH;
      FloatVector s1 = load(down, left + WIDTH);
      FloatVector s2 = load(down, left + 2 * WIDTH);
      FloatVector first = load(down, left).add(s1).add(s2);
      FloatVector second = s1.sub(s2).sub(load(down, left + 3 * WIDTH));
      int row = at + y * steps.row();
      first.add(bias).max(floor).intoArray(to, row);
      second.add(bias).max(floor).intoArray(to, row + steps.pixel());
    }
  }

  @Override
  public void slopes(MapTiles tiles, float[] to) {
    MapSteps steps = tiles.maps().steps();
    float[] maps = tiles.maps().values();
    int next = Winograd.at(1, 0, tiles.channels()) - Winograd.at(0, 0, tiles.channels());
    for (int tile = 0; tile < MapTiles.TOGETHER; tile++) {
      int place = tile < tiles.tiles() ? tiles.place(tile) : -1;
      for (int c = 0; c < tiles.channels(); c++) {
        int at = Winograd.at(0, c, tiles.channels()) + tile * LANES;
        for (int lane = 0; lane < LANES; lane += WIDTH) {
          if (place >= 0) {
            slope(maps, place + c * steps.channel() + lane, steps, to, at + lane, next);
          } else {
            clear(to, at + lane, next);
          }
        }
      }
    }
  }

  private static void slope(float[] y, int at, MapSteps steps, float[] to, int p, int next) {
    FloatVector y00 = load(y, at);
    FloatVector y01 = load(y, at + steps.pixel());
    FloatVector y10 = load(y, at + steps.row());
    FloatVector y11 = load(y, at + steps.row() + steps.pixel());
    along(y00, y01, to, p, next);
    along(y00.add(y10), y01.add(y11), to, p + 4 * next, next);
    along(y00.sub(y10), y01.sub(y11), to, p + 8 * next, next);
    along(y10.neg(), y11.neg(), to, p + 12 * next, next);
  }

  private static void along(FloatVector s0, FloatVector s1, float[] to, int p, int next) {
    s0.intoArray(to, p);
    s0.add(s1).intoArray(to, p + next);
    s0.sub(s1).intoArray(to, p + 2 * next);
    s1.neg().intoArray(to, p + 3 * next);
  }
}
