package dev.winnow.kernels.vector;

import dev.winnow.kernels.ChannelNorm;
import dev.winnow.kernels.Kernels;
import dev.winnow.kernels.MapAddend;
import dev.winnow.kernels.MapSize;
import dev.winnow.kernels.MapWindow;
import dev.winnow.kernels.NormGradient;
import dev.winnow.kernels.NormKernels;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** Batch normalisation on vectors over the examples of a block. Belongs to one thread. */
final class VectorNorms implements NormKernels {
  private static final VectorSpecies<Float> SPECIES = VectorKernels.SPECIES;
  private static final int WIDTH = SPECIES.length();

  private final ChannelSums sums = new ChannelSums();
  private final NormBackward backward = new NormBackward(sums);

  @Override
  public void squares(MapSize size, MapWindow maps, float[] means, float[] to) {
    float[] values = maps.values();
    int step = maps.steps().pixel();
    float[] totals =
        sums.addUp(
            size,
            maps,
            1,
            (block, row, channel, lane, present) -> {
              float[] chains = sums.chains();
              int chain = channel * Kernels.LANES + lane;
              FloatVector sum = FloatVector.fromArray(SPECIES, chains, chain);
              FloatVector mean = FloatVector.broadcast(SPECIES, means[channel]);
              int i = maps.steps().at(block, row, channel) + lane;
              for (int column = 0; column < size.columns(); column++) {
                FloatVector x = FloatVector.fromArray(SPECIES, values, i).sub(mean);
                sum = x.fma(x, sum);
                i += step;
              }
              sums.store(sum, chain, present);
            });
    System.arraycopy(totals, Kernels.FRONT, to, 0, size.channels());
  }

  @Override
  public void normalise(MapSize size, ChannelNorm norm, MapWindow in, MapWindow out) {
    float floor = norm.relu() ? 0 : Float.NEGATIVE_INFINITY;
    for (int row = 0; row < in.blocks() * size.rows(); row++) {
      for (int channel = 0; channel < size.channels(); channel++) {
        int i = in.steps().at(row / size.rows(), row % size.rows(), channel);
        int k = out.steps().at(row / size.rows(), row % size.rows(), channel);
        FloatVector mean = FloatVector.broadcast(SPECIES, norm.mean(channel));
        FloatVector scale = FloatVector.broadcast(SPECIES, norm.scale(channel));
        FloatVector shift = FloatVector.broadcast(SPECIES, norm.shift(channel));
        for (int column = 0; column < size.columns(); column++) {
          for (int lane = 0; lane < Kernels.LANES; lane += WIDTH) {
            FloatVector value = FloatVector.fromArray(SPECIES, in.values(), i + lane).sub(mean);
            value.mul(scale).add(shift).max(floor).intoArray(out.values(), k + lane);
          }
          i += in.steps().pixel();
          k += out.steps().pixel();
        }
      }
    }
  }

  @Override
  public void normaliseOnto(
      MapSize size, ChannelNorm norm, MapWindow in, MapAddend addend, MapWindow out) {
    float floor = norm.relu() ? 0 : Float.NEGATIVE_INFINITY;
    float sumFloor = addend.relu() ? 0 : Float.NEGATIVE_INFINITY;
    for (int row = 0; row < in.blocks() * size.rows(); row++) {
      for (int channel = 0; channel < size.channels(); channel++) {
        int i = in.steps().at(row / size.rows(), row % size.rows(), channel);
        int k = addend.maps().steps().at(row / size.rows(), row % size.rows(), channel);
        int t = out.steps().at(row / size.rows(), row % size.rows(), channel);
        FloatVector mean = FloatVector.broadcast(SPECIES, norm.mean(channel));
        FloatVector scale = FloatVector.broadcast(SPECIES, norm.scale(channel));
        FloatVector shift = FloatVector.broadcast(SPECIES, norm.shift(channel));
        for (int column = 0; column < size.columns(); column++) {
          for (int lane = 0; lane < Kernels.LANES; lane += WIDTH) {
            FloatVector value = FloatVector.fromArray(SPECIES, in.values(), i + lane).sub(mean);
            FloatVector past = FloatVector.fromArray(SPECIES, addend.maps().values(), k + lane);
            FloatVector sum = value.mul(scale).add(shift).max(floor).add(past);
            sum.max(sumFloor).intoArray(out.values(), t + lane);
          }
          i += in.steps().pixel();
          k += addend.maps().steps().pixel();
          t += out.steps().pixel();
        }
      }
    }
  }

  @Override
  public void slopes(MapSize size, ChannelNorm norm, MapWindow in, MapWindow delta, float[] to) {
    backward.slopes(size, norm, in, delta, to);
  }

  @Override
  public void gradient(
      MapSize size, NormGradient norm, MapWindow in, MapWindow delta, MapWindow inDelta) {
    backward.gradient(size, norm, in, delta, inDelta);
  }
}
