package dev.winnow.kernels.vector;

import dev.winnow.kernels.ChannelNorm;
import dev.winnow.kernels.Kernels;
import dev.winnow.kernels.MapSize;
import dev.winnow.kernels.MapWindow;
import dev.winnow.kernels.NormGradient;
import dev.winnow.kernels.NormKernels;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** The way back through {@link VectorNorms}. */
final class NormBackward {
  private static final VectorSpecies<Float> SPECIES = VectorKernels.SPECIES;
  private static final int WIDTH = SPECIES.length();

  private final ChannelSums sums;

  NormBackward(ChannelSums sums) {
    this.sums = sums;
  }

  /** See {@link NormKernels#slopes}. */
  void slopes(MapSize size, ChannelNorm norm, MapWindow in, MapWindow delta, float[] to) {
    float[] x = in.values();
    float[] d = delta.values();
    int products = size.channels() * Kernels.LANES;
    FloatVector one = FloatVector.broadcast(SPECIES, 1);
    float[] totals =
        sums.addUp(
            size,
            in,
            2,
            (block, row, channel, lane, present) -> {
              float[] chains = sums.chains();
              int chain = channel * Kernels.LANES + lane;
              FloatVector sum = FloatVector.fromArray(SPECIES, chains, chain);
              FloatVector product = FloatVector.fromArray(SPECIES, chains, chain + products);
              FloatVector mean = FloatVector.broadcast(SPECIES, norm.mean(channel));
              FloatVector scale = FloatVector.broadcast(SPECIES, norm.scale(channel));
              FloatVector shift = FloatVector.broadcast(SPECIES, norm.shift(channel));
              int i = in.steps().at(block, row, channel) + lane;
              int k = delta.steps().at(block, row, channel) + lane;
              for (int column = 0; column < size.columns(); column++) {
                FloatVector centred = FloatVector.fromArray(SPECIES, x, i).sub(mean);
                FloatVector slope = FloatVector.fromArray(SPECIES, d, k);
                if (norm.relu()) {
                  slope = reluBackward(centred.mul(scale).add(shift), slope);
                }
                sum = slope.fma(one, sum);
                product = slope.fma(centred, product);
                i += in.steps().pixel();
                k += delta.steps().pixel();
              }
              sums.store(sum, chain, present);
              sums.store(product, chain + products, present);
            });
    System.arraycopy(totals, Kernels.FRONT, to, 0, 2 * size.channels());
  }

  private static FloatVector reluBackward(FloatVector normalised, FloatVector slope) {
    return FloatVector.zero(SPECIES).blend(slope, normalised.compare(VectorOperators.GT, 0));
  }

  /** See {@link NormKernels#gradient}. */
  void gradient(MapSize size, NormGradient norm, MapWindow in, MapWindow delta, MapWindow inDelta) {
    for (int row = 0; row < in.blocks() * size.rows(); row++) {
      Rows rows = new Rows(in, delta, inDelta, row / size.rows(), row % size.rows());
      for (int channel = 0; channel < size.channels(); channel++) {
        gradient(norm, size, channel, rows);
      }
    }
  }

  /** A row of what went in, of the gradient of what came out, and of that of what went in. */
  private record Rows(MapWindow in, MapWindow delta, MapWindow inDelta, int block, int row) {}

  private static void gradient(NormGradient given, MapSize size, int channel, Rows rows) {
    ChannelNorm norm = given.norm();
    float[] x = rows.in.values();
    float[] d = rows.delta.values();
    float[] to = rows.inDelta.values();
    int i = rows.in.steps().at(rows.block, rows.row, channel);
    int k = rows.delta.steps().at(rows.block, rows.row, channel);
    int t = rows.inDelta.steps().at(rows.block, rows.row, channel);
    FloatVector mean = FloatVector.broadcast(SPECIES, norm.mean(channel));
    FloatVector scale = FloatVector.broadcast(SPECIES, norm.scale(channel));
    FloatVector shift = FloatVector.broadcast(SPECIES, norm.shift(channel));
    FloatVector slopes = FloatVector.broadcast(SPECIES, given.slope(channel));
    FloatVector products = FloatVector.broadcast(SPECIES, given.product(channel));
    for (int column = 0; column < size.columns(); column++) {
      for (int lane = 0; lane < Kernels.LANES; lane += WIDTH) {
        FloatVector centred = FloatVector.fromArray(SPECIES, x, i + lane).sub(mean);
        FloatVector slope = FloatVector.fromArray(SPECIES, d, k + lane);
        if (norm.relu()) {
          slope = reluBackward(centred.mul(scale).add(shift), slope);
        }
        scale.mul(slope.sub(slopes).sub(centred.mul(products))).intoArray(to, t + lane);
      }
      i += rows.in.steps().pixel();
      k += rows.delta.steps().pixel();
      t += rows.inDelta.steps().pixel();
    }
  }
}
