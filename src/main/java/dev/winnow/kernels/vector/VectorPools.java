package dev.winnow.kernels.vector;

import dev.winnow.kernels.Kernels;
import dev.winnow.kernels.MapSize;
import dev.winnow.kernels.MapWindow;
import dev.winnow.kernels.PoolKernels;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Pooling on vectors over the examples of a block. */
final class VectorPools implements PoolKernels {
  private static final VectorSpecies<Float> SPECIES = VectorKernels.SPECIES;
  private static final int WIDTH = SPECIES.length();

  @Override
  public void max(MapSize size, MapWindow in, MapWindow out) {
    for (int row = 0; row < in.blocks() * size.rows(); row++) {
      for (int channel = 0; channel < size.channels(); channel++) {
        int i = in.steps().at(row / size.rows(), 2 * (row % size.rows()), channel);
        int k = out.steps().at(row / size.rows(), row % size.rows(), channel);
        maxRow(size.columns(), in, i, out, k);
      }
    }
  }

  private static void maxRow(int columns, MapWindow in, int from, MapWindow out, int to) {
    float[] x = in.values();
    int pixel = in.steps().pixel();
    int row = in.steps().row();
    for (int column = 0; column < columns; column++) {
      int i = from + 2 * column * pixel;
      int k = to + column * out.steps().pixel();
      for (int lane = 0; lane < Kernels.LANES; lane += WIDTH) {
        FloatVector above = load(x, i + lane).max(load(x, i + pixel + lane));
        FloatVector below = load(x, i + row + lane).max(load(x, i + row + pixel + lane));
        above.max(below).intoArray(out.values(), k + lane);
      }
    }
  }

  private static FloatVector load(float[] values, int at) {
    return FloatVector.fromArray(SPECIES, values, at);
  }

  @Override
  public void maxGradient(
      MapSize size, MapWindow in, MapWindow out, MapWindow delta, MapWindow inDelta) {
    VectorSquare seen = pixels(in);
    VectorSquare slopes = pixels(inDelta);
    for (int row = 0; row < in.blocks() * size.rows(); row++) {
      int block = row / size.rows();
      int y = row % size.rows();
      for (int channel = 0; channel < size.channels(); channel++) {
        int i = in.steps().at(block, 2 * y, channel);
        int k = out.steps().at(block, y, channel);
        int d = delta.steps().at(block, y, channel);
        int t = inDelta.steps().at(block, 2 * y, channel);
        for (int column = 0; column < size.columns(); column++) {
          for (int lane = 0; lane < Kernels.LANES; lane += WIDTH) {
            FloatVector largest = load(out.values(), k + lane);
            FloatVector slope = load(delta.values(), d + lane);
            pass(seen.moveTo(i + lane), largest, slope, slopes.moveTo(t + lane));
          }
          i += 2 * in.steps().pixel();
          k += out.steps().pixel();
          d += delta.steps().pixel();
          t += 2 * inDelta.steps().pixel();
        }
      }
    }
  }

  private static VectorSquare pixels(MapWindow maps) {
    return new VectorSquare(maps.values(), maps.steps().row(), maps.steps().pixel());
  }

  /** Each pixel takes what those before it left. */
  private static void pass(
      VectorSquare seen, FloatVector largest, FloatVector slope, VectorSquare to) {
    FloatVector zero = FloatVector.zero(SPECIES);
    VectorMask<Float> first = seen.get(0, 0).compare(VectorOperators.EQ, largest);
    to.put(0, 0, zero.blend(slope, first));
    FloatVector left = slope.blend(zero, first);
    VectorMask<Float> second = seen.get(0, 1).compare(VectorOperators.EQ, largest);
    to.put(0, 1, zero.blend(left, second));
    left = left.blend(zero, second);
    VectorMask<Float> third = seen.get(1, 0).compare(VectorOperators.EQ, largest);
    to.put(1, 0, zero.blend(left, third));
    to.put(1, 1, left.blend(zero, third));
  }
}
