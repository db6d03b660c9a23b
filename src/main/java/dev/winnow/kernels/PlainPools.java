package dev.winnow.kernels;

/** Pooling in plain Java. */
final class PlainPools implements PoolKernels {
  private static final int SIDE = 2;

  @Override
  public void max(MapSize size, MapWindow in, MapWindow out) {
    for (int block = 0; block < in.blocks(); block++) {
      for (int p = 0; p < size.channels() * size.rows() * size.columns(); p++) {
        for (int l = 0; l < Kernels.LANES; l++) {
          float largest = Float.NEGATIVE_INFINITY;
          for (int k = 0; k < SIDE * SIDE; k++) {
            largest = Math.max(largest, in.values()[seen(size, in.steps(), block, p, k) + l]);
          }
          out.values()[at(size, out.steps(), block, p) + l] = largest;
        }
      }
    }
  }

  @Override
  public void maxGradient(
      MapSize size, MapWindow in, MapWindow out, MapWindow delta, MapWindow inDelta) {
    for (int block = 0; block < in.blocks(); block++) {
      for (int p = 0; p < size.channels() * size.rows() * size.columns(); p++) {
        for (int l = 0; l < Kernels.LANES; l++) {
          float largest = out.values()[at(size, out.steps(), block, p) + l];
          int winner = 0;
          while (winner < SIDE * SIDE - 1
              && in.values()[seen(size, in.steps(), block, p, winner) + l] != largest) {
            winner++;
          }
          for (int k = 0; k < SIDE * SIDE; k++) {
            inDelta.values()[seen(size, inDelta.steps(), block, p, k) + l] =
                k == winner ? delta.values()[at(size, delta.steps(), block, p) + l] : 0;
          }
        }
      }
    }
  }

  /** Where a pixel stands; pixels are counted channel after channel, row after row. */
  private static int at(MapSize size, MapSteps steps, int block, int pixel) {
    int row = pixel / size.columns() % size.rows();
    int channel = pixel / size.columns() / size.rows();
    return steps.at(block, row, channel) + pixel % size.columns() * steps.pixel();
  }

  /** Where the k-th of the pixels stands that one pixel comes from. */
  private static int seen(MapSize size, MapSteps steps, int block, int pixel, int k) {
    MapSteps twice =
        new MapSteps(
            steps.start(),
            SIDE * steps.pixel(),
            SIDE * steps.row(),
            steps.channel(),
            steps.block());
    return at(size, twice, block, pixel) + k / SIDE * steps.row() + k % SIDE * steps.pixel();
  }
}
