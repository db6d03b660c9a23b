package dev.winnow.kernels.vector;

import dev.winnow.kernels.Epilogue;
import dev.winnow.kernels.Kernels;
import dev.winnow.kernels.MapSteps;
import dev.winnow.kernels.MapTiles;
import dev.winnow.kernels.Winograd;
import dev.winnow.kernels.WinogradShape;
import dev.winnow.kernels.WinogradTransforms;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Winograd's transforms on vectors: of maps over the examples of a block, of kernels over input
 * channels. Belongs to one thread.
 */
final class VectorWinogradTransforms implements WinogradTransforms {
  private static final VectorSpecies<Float> SPECIES = VectorKernels.SPECIES;
  private static final int WIDTH = SPECIES.length();
  private static final int LANES = Kernels.LANES;
  private static final int SIDE = 4;
  private static final int KERNEL = 3;

  private final int[] places = new int[MapTiles.TOGETHER];
  private final SquareTransforms squares = new SquareTransforms();

  @Override
  public void filters(WinogradShape shape, float[] weights, float[] to) {
    VectorSquare g = kernels(shape, weights);
    VectorSquare u = positions(to, Winograd.filter(shape, 1, 0) - Winograd.filter(shape, 0, 0));
    for (int o = 0; o < shape.outputs(); o++) {
      for (int i = 0; i < shape.inputs(); i += WIDTH) {
        int at = whole(shape, i);
        squares.filter(
            g.moveTo(o * shape.inputs() + at), u.moveTo(Winograd.filter(shape, 0, o) + at));
      }
    }
  }

  @Override
  public void gradient(WinogradShape shape, float[] from, float[] gradient) {
    VectorSquare g = kernels(shape, gradient);
    VectorSquare u = positions(from, Winograd.filter(shape, 1, 0) - Winograd.filter(shape, 0, 0));
    for (int o = 0; o < shape.outputs(); o++) {
      for (int i = 0; i < shape.inputs(); i += WIDTH) {
        int at = whole(shape, i);
        squares.gradient(
            u.moveTo(Winograd.filter(shape, 0, o) + at), g.moveTo(o * shape.inputs() + at));
      }
    }
  }

  /** A vector that is longer than the channels left begins before them. */
  private static int whole(WinogradShape shape, int input) {
    return Math.min(input, shape.inputs() - WIDTH);
  }

  private static VectorSquare kernels(WinogradShape shape, float[] weights) {
    int tap = shape.outputs() * shape.inputs();
    return new VectorSquare(weights, KERNEL * tap, tap);
  }

  /**
   * @param next numbers from one position to the next
   */
  private static VectorSquare positions(float[] values, int next) {
    return new VectorSquare(values, SIDE * next, next);
  }

  private static VectorSquare positions(float[] values, MapTiles tiles) {
    return positions(
        values, Winograd.at(1, 0, tiles.channels()) - Winograd.at(0, 0, tiles.channels()));
  }

  private static VectorSquare pixels(MapTiles tiles) {
    MapSteps steps = tiles.maps().steps();
    return new VectorSquare(tiles.maps().values(), steps.row(), steps.pixel());
  }

  private void findPlaces(MapTiles tiles) {
    for (int tile = 0; tile < tiles.tiles(); tile++) {
      places[tile] = tiles.place(tile);
    }
  }

  @Override
  public void inputs(MapTiles tiles, float[] to) {
    MapSteps steps = tiles.maps().steps();
    VectorSquare d = pixels(tiles);
    VectorSquare v = positions(to, tiles);
    int corner = steps.row() + steps.pixel();
    findPlaces(tiles);
    for (int c = 0; c < tiles.channels(); c++) {
      int at = Winograd.at(0, c, tiles.channels());
      for (int tile = 0; tile < tiles.tiles(); tile++) {
        int place = places[tile] + c * steps.channel() - corner;
        for (int lane = 0; lane < LANES; lane += WIDTH) {
          squares.input(d.moveTo(place + lane), v.moveTo(at + tile * LANES + lane));
        }
      }
    }
    clearBeyond(tiles, v);
  }

  @Override
  public void slopes(MapTiles tiles, float[] to) {
    MapSteps steps = tiles.maps().steps();
    VectorSquare delta = pixels(tiles);
    VectorSquare m = positions(to, tiles);
    findPlaces(tiles);
    for (int c = 0; c < tiles.channels(); c++) {
      int at = Winograd.at(0, c, tiles.channels());
      for (int tile = 0; tile < tiles.tiles(); tile++) {
        int place = places[tile] + c * steps.channel();
        for (int lane = 0; lane < LANES; lane += WIDTH) {
          squares.slope(delta.moveTo(place + lane), m.moveTo(at + tile * LANES + lane));
        }
      }
    }
    clearBeyond(tiles, m);
  }

  private static void clearBeyond(MapTiles tiles, VectorSquare to) {
    for (int tile = tiles.tiles(); tile < MapTiles.TOGETHER; tile++) {
      for (int c = 0; c < tiles.channels(); c++) {
        for (int lane = 0; lane < LANES; lane += WIDTH) {
          to.moveTo(Winograd.at(0, c, tiles.channels()) + tile * LANES + lane);
          for (int p = 0; p < SIDE * SIDE; p++) {
            to.put(p / SIDE, p % SIDE, FloatVector.zero(SPECIES));
          }
        }
      }
    }
  }

  @Override
  public void outputs(float[] from, Epilogue epilogue, MapTiles tiles) {
    MapSteps steps = tiles.maps().steps();
    float floor = epilogue.relu() ? 0 : Float.NEGATIVE_INFINITY;
    VectorSquare m = positions(from, tiles);
    VectorSquare y = pixels(tiles);
    findPlaces(tiles);
    for (int c = 0; c < tiles.channels(); c++) {
      int at = Winograd.at(0, c, tiles.channels());
      float bias = epilogue.bias(c);
      for (int tile = 0; tile < tiles.tiles(); tile++) {
        int place = places[tile] + c * steps.channel();
        for (int lane = 0; lane < LANES; lane += WIDTH) {
          m.moveTo(at + tile * LANES + lane);
          squares.output(m, bias, floor, y.moveTo(place + lane));
        }
      }
    }
  }
}
