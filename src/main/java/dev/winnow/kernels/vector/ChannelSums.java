package dev.winnow.kernels.vector;

import dev.winnow.kernels.ConvolutionKernels;
import dev.winnow.kernels.Kernels;
import dev.winnow.kernels.MapSize;
import dev.winnow.kernels.MapSteps;
import dev.winnow.kernels.MapWindow;
import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/**
 * Sums over the pixels and examples of each channel. All channels go over a row before the next one
 * does, as they stand in memory. Belongs to one thread.
 */
final class ChannelSums {
  private static final VectorSpecies<Float> SPECIES = VectorKernels.SPECIES;
  private static final int WIDTH = SPECIES.length();
  private static final float[] ONES = new float[Kernels.LANES];

  static {
    Arrays.fill(ONES, 1);
  }

  private float[] chains = new float[0];
  private float[] totals = new float[0];

  /** See {@link ConvolutionKernels#sums}. */
  void sums(MapSize size, MapWindow maps, float[] sums, int to) {
    float[] zeros = new float[size.channels()];
    MapWindow ones = new MapWindow(ONES, new MapSteps(0, 0, 0, 0, 0), maps.examples());
    addUp(size, new Centred(maps, zeros), new Centred(ones, zeros));
    System.arraycopy(totals, 0, sums, to, size.channels());
  }

  /** See {@link ConvolutionKernels#squares}. */
  void squares(MapSize size, MapWindow maps, float[] means, float[] sums) {
    Centred centred = new Centred(maps, means);
    addUp(size, centred, centred);
    System.arraycopy(totals, 0, sums, 0, size.channels());
  }

  /** See {@link ConvolutionKernels#products}. */
  void products(MapSize size, MapWindow delta, MapWindow maps, float[] means, float[] sums) {
    addUp(size, new Centred(delta, new float[size.channels()]), new Centred(maps, means));
    System.arraycopy(totals, 0, sums, 0, size.channels());
  }

  private void addUp(MapSize size, Centred a, Centred b) {
    int numbers = size.channels() * Kernels.LANES;
    if (chains.length < numbers) {
      chains = new float[numbers];
      totals = new float[numbers + Kernels.LANES];
    }
    Arrays.fill(chains, 0);
    Arrays.fill(totals, 0);
    boolean[] present = new boolean[Kernels.LANES];
    int rows = a.maps.blocks() * size.rows();
    for (int row = 0; row < rows; row++) {
      int block = row / size.rows();
      Arrays.fill(present, false);
      int count = Math.min(Kernels.LANES, a.maps.examples() - block * Kernels.LANES);
      Arrays.fill(present, 0, count, true);
      for (int channel = 0; channel < size.channels(); channel++) {
        a.moveTo(block, row % size.rows(), channel);
        b.moveTo(block, row % size.rows(), channel);
        addRow(a, b, present, channel, size.columns());
      }
      if ((row + 1) % size.chainRows() == 0 || row + 1 == rows) {
        endChains(numbers);
      }
    }
    LaneTree.join(totals, size.channels());
  }

  private void addRow(Centred a, Centred b, boolean[] present, int channel, int columns) {
    float[] left = a.maps.values();
    float[] right = b.maps.values();
    int leftStep = a.maps.steps().pixel();
    int rightStep = b.maps.steps().pixel();
    FloatVector leftMean = FloatVector.broadcast(SPECIES, a.mean);
    FloatVector rightMean = FloatVector.broadcast(SPECIES, b.mean);
    FloatVector zero = FloatVector.zero(SPECIES);
    for (int lane = 0; lane < Kernels.LANES; lane += WIDTH) {
      VectorMask<Float> mask = VectorMask.fromArray(SPECIES, present, lane);
      FloatVector sum = FloatVector.fromArray(SPECIES, chains, channel * Kernels.LANES + lane);
      int i = a.at + lane;
      int k = b.at + lane;
      for (int column = 0; column < columns; column++) {
        FloatVector x = FloatVector.fromArray(SPECIES, left, i).sub(leftMean);
        FloatVector y = FloatVector.fromArray(SPECIES, right, k).sub(rightMean);
        sum = zero.blend(x, mask).fma(zero.blend(y, mask), sum);
        i += leftStep;
        k += rightStep;
      }
      sum.intoArray(chains, channel * Kernels.LANES + lane);
    }
  }

  private void endChains(int numbers) {
    for (int i = 0; i < numbers; i += WIDTH) {
      FloatVector sum = FloatVector.fromArray(SPECIES, totals, i);
      sum.add(FloatVector.fromArray(SPECIES, chains, i)).intoArray(totals, i);
    }
    Arrays.fill(chains, 0, numbers, 0);
  }

  /** Maps without the means of their channels, and where one of their rows begins. */
  private static final class Centred {
    private final MapWindow maps;
    private final float[] means;
    private int at;
    private float mean;

    Centred(MapWindow maps, float[] means) {
      this.maps = maps;
      this.means = means;
    }

    void moveTo(int block, int row, int channel) {
      at = maps.steps().at(block, row, channel);
      mean = means[channel];
    }
  }
}
