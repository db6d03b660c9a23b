package dev.winnow.kernels.vector;

import dev.winnow.kernels.ConvolutionKernels;
import dev.winnow.kernels.Kernels;
import dev.winnow.kernels.MapSize;
import dev.winnow.kernels.MapWindow;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/**
 * Sums over the pixels and examples of each channel, in the order of {@link ConvolutionKernels}.
 * All channels go over a row before the next one does, as they stand in memory. Belongs to one
 * thread.
 */
final class ChannelSums {
  private static final VectorSpecies<Float> SPECIES = VectorKernels.SPECIES;
  private static final int WIDTH = SPECIES.length();

  /** By their number: the first places of a vector. */
  private static final List<VectorMask<Float>> FIRST =
      IntStream.rangeClosed(0, WIDTH).mapToObj(count -> SPECIES.indexInRange(0, count)).toList();

  private float[] chains = new float[0];
  private float[] totals = new float[0];

  /** Goes on with the chains of one channel over one row. */
  interface Row {
    /**
     * @param lane the first of a block's examples that the vectors hold
     * @param present which of them there are
     */
    void add(int block, int row, int channel, int lane, VectorMask<Float> present);
  }

  /** {@code Σ maps}. */
  void sums(MapSize size, MapWindow maps, float[] sums, int to) {
    float[] values = maps.values();
    FloatVector one = FloatVector.broadcast(SPECIES, 1);
    addUp(
        size,
        maps,
        1,
        (block, row, channel, lane, present) -> {
          int chain = channel * Kernels.LANES + lane;
          FloatVector sum = FloatVector.fromArray(SPECIES, chains, chain);
          int i = maps.steps().at(block, row, channel) + lane;
          for (int column = 0; column < size.columns(); column++) {
            sum = FloatVector.fromArray(SPECIES, values, i).fma(one, sum);
            i += maps.steps().pixel();
          }
          store(sum, chain, present);
        });
    System.arraycopy(totals, Kernels.FRONT, sums, to, size.channels());
  }

  /** Those of this moment; a further sum of a channel is {@code channels · LANES} after another. */
  float[] chains() {
    return chains;
  }

  /** Stores the chains of those examples that there are. */
  void store(FloatVector sum, int chain, VectorMask<Float> present) {
    FloatVector.fromArray(SPECIES, chains, chain).blend(sum, present).intoArray(chains, chain);
  }

  /**
   * Adds up several sums for each channel: those of sum s are the chains from {@code s · channels}
   * on.
   *
   * @param maps which examples there are
   * @param count of sums for each channel
   * @return the sums, from {@link Kernels#FRONT} on
   */
  float[] addUp(MapSize size, MapWindow maps, int count, Row action) {
    int numbers = count * size.channels() * Kernels.LANES;
    if (chains.length < numbers) {
      chains = new float[numbers];
      totals = new float[LaneTree.size(numbers / Kernels.LANES)];
    }
    Arrays.fill(chains, 0);
    Arrays.fill(totals, 0);
    int rows = maps.blocks() * size.rows();
    for (int row = 0; row < rows; row++) {
      int block = row / size.rows();
      int present = maps.examples() - block * Kernels.LANES;
      for (int lane = 0; lane < Kernels.LANES; lane += WIDTH) {
        VectorMask<Float> mask = FIRST.get(Math.max(0, Math.min(WIDTH, present - lane)));
        for (int channel = 0; channel < size.channels(); channel++) {
          action.add(block, row % size.rows(), channel, lane, mask);
        }
      }
      if ((row + 1) % size.chainRows() == 0 || row + 1 == rows) {
        endChains(numbers);
      }
    }
    LaneTree.join(totals, count * size.channels());
    return totals;
  }

  private void endChains(int numbers) {
    for (int i = 0; i < numbers; i += WIDTH) {
      FloatVector sum = FloatVector.fromArray(SPECIES, totals, Kernels.FRONT + i);
      sum.add(FloatVector.fromArray(SPECIES, chains, i)).intoArray(totals, Kernels.FRONT + i);
    }
    Arrays.fill(chains, 0, numbers, 0);
  }
}
