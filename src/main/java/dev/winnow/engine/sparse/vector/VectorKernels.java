package dev.winnow.engine.sparse.vector;

import dev.winnow.engine.sparse.Connections;
import dev.winnow.engine.sparse.Kernels;
import dev.winnow.engine.sparse.PartialSums;
import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** The kernels on the vectors that suit this CPU, of 4, 8 or 16 floats. */
public final class VectorKernels implements Kernels {
  private static final VectorSpecies<Float> SPECIES =
      FloatVector.SPECIES_PREFERRED.length() > LANES
          ? FloatVector.SPECIES_512
          : FloatVector.SPECIES_PREFERRED;

  private static final int WIDTH = SPECIES.length();

  /** Connections whose partial sums are folded together. */
  private static final int CHUNK = 128;

  private final float[] partial = new float[CHUNK * LANES];

  @Override
  public void product(
      Connections connections, float[] values, float[] in, float[] out, int stride) {
    int[] sources = connections.sources();
    for (int unit = 0; unit < connections.units(); unit++) {
      int start = connections.starts()[unit];
      int end = connections.starts()[unit + 1];
      float bias = values[connections.size() + unit];
      for (int e = 0; e < stride; e += 4 * WIDTH) {
        FloatVector a = FloatVector.broadcast(SPECIES, bias);
        FloatVector b = a;
        FloatVector c = a;
        FloatVector d = a;
        for (int k = start; k < end; k++) {
          FloatVector weight = FloatVector.broadcast(SPECIES, values[k]);
          int from = sources[k] * stride + e;
          a = FloatVector.fromArray(SPECIES, in, from).fma(weight, a);
          b = FloatVector.fromArray(SPECIES, in, from + WIDTH).fma(weight, b);
          c = FloatVector.fromArray(SPECIES, in, from + 2 * WIDTH).fma(weight, c);
          d = FloatVector.fromArray(SPECIES, in, from + 3 * WIDTH).fma(weight, d);
        }
        int to = unit * stride + e;
        a.intoArray(out, to);
        b.intoArray(out, to + WIDTH);
        c.intoArray(out, to + 2 * WIDTH);
        d.intoArray(out, to + 3 * WIDTH);
      }
    }
  }

  @Override
  public void rectify(float[] activations) {
    for (int i = 0; i < activations.length; i += WIDTH) {
      FloatVector.fromArray(SPECIES, activations, i).max(0).intoArray(activations, i);
    }
  }

  @Override
  public void passActive(float[] activations, float[] gradient) {
    FloatVector zero = FloatVector.zero(SPECIES);
    for (int i = 0; i < gradient.length; i += WIDTH) {
      FloatVector activation = FloatVector.fromArray(SPECIES, activations, i);
      FloatVector slope = FloatVector.fromArray(SPECIES, gradient, i);
      zero.blend(slope, activation.compare(VectorOperators.GT, 0)).intoArray(gradient, i);
    }
  }

  @Override
  public void gradient(
      Connections connections, float[] in, float[] delta, float[] sums, int stride) {
    for (int unit = 0; unit < connections.units(); unit++) {
      int to = unit * stride;
      int end = connections.starts()[unit + 1];
      for (int k = connections.starts()[unit]; k < end; k += CHUNK) {
        int count = Math.min(CHUNK, end - k);
        products(connections.sources(), k, count, in, delta, to, stride);
        fold(count, sums, k);
      }
      sum(delta, to, stride);
      fold(1, sums, connections.size() + unit);
    }
  }

  private void products(
      int[] sources, int first, int count, float[] in, float[] delta, int to, int stride) {
    Arrays.fill(partial, 0, count * LANES, 0);
    for (int block = 0; block < stride; block += BLOCK) {
      for (int lane = 0; lane < LANES; lane += WIDTH) {
        int offset = block + lane;
        FloatVector d0 = FloatVector.fromArray(SPECIES, delta, to + offset);
        FloatVector d1 = FloatVector.fromArray(SPECIES, delta, to + offset + LANES);
        FloatVector d2 = FloatVector.fromArray(SPECIES, delta, to + offset + 2 * LANES);
        FloatVector d3 = FloatVector.fromArray(SPECIES, delta, to + offset + 3 * LANES);
        for (int k = 0; k < count; k++) {
          int from = sources[first + k] * stride + offset;
          int place = k * LANES + lane;
          FloatVector sum = FloatVector.fromArray(SPECIES, partial, place);
          sum = FloatVector.fromArray(SPECIES, in, from).fma(d0, sum);
          sum = FloatVector.fromArray(SPECIES, in, from + LANES).fma(d1, sum);
          sum = FloatVector.fromArray(SPECIES, in, from + 2 * LANES).fma(d2, sum);
          sum = FloatVector.fromArray(SPECIES, in, from + 3 * LANES).fma(d3, sum);
          sum.intoArray(partial, place);
        }
      }
    }
  }

  private void sum(float[] delta, int to, int stride) {
    for (int lane = 0; lane < LANES; lane += WIDTH) {
      FloatVector sum = FloatVector.zero(SPECIES);
      for (int e = lane; e < stride; e += LANES) {
        sum = sum.add(FloatVector.fromArray(SPECIES, delta, to + e));
      }
      sum.intoArray(partial, lane);
    }
  }

  private void fold(int count, float[] sums, int to) {
    for (int k = 0; k < count; k++) {
      sums[to + k] = PartialSums.fold(partial, k * LANES);
    }
  }
}
