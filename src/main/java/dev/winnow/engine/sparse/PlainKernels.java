package dev.winnow.engine.sparse;

import java.util.Arrays;

/** The kernels in plain Java. */
public final class PlainKernels implements Kernels {
  private final float[] partial = new float[LANES];

  @Override
  public void product(
      Connections connections, float[] values, float[] in, float[] out, int stride) {
    for (int unit = 0; unit < connections.units(); unit++) {
      for (int e = 0; e < stride; e += 4) {
        fourExamples(connections, unit, values, in, out, stride, e);
      }
    }
  }

  // Sums that stay in registers: a loop over the examples of one connection is slower by half.
  private static void fourExamples(
      Connections connections,
      int unit,
      float[] values,
      float[] in,
      float[] out,
      int stride,
      int e) {
    int[] sources = connections.sources();
    int end = connections.starts()[unit + 1];
    float a = values[connections.size() + unit];
    float b = a;
    float c = a;
    float d = a;
    for (int k = connections.starts()[unit]; k < end; k++) {
      float weight = values[k];
      int from = sources[k] * stride + e;
      a = Math.fma(weight, in[from], a);
      b = Math.fma(weight, in[from + 1], b);
      c = Math.fma(weight, in[from + 2], c);
      d = Math.fma(weight, in[from + 3], d);
    }
    int to = unit * stride + e;
    out[to] = a;
    out[to + 1] = b;
    out[to + 2] = c;
    out[to + 3] = d;
  }

  @Override
  public void rectify(float[] activations) {
    for (int i = 0; i < activations.length; i++) {
      activations[i] = Math.max(activations[i], 0);
    }
  }

  @Override
  public void passActive(float[] activations, float[] gradient) {
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] = activations[i] > 0 ? gradient[i] : 0;
    }
  }

  @Override
  public void gradient(
      Connections connections, float[] in, float[] delta, float[] sums, int stride) {
    for (int unit = 0; unit < connections.units(); unit++) {
      int to = unit * stride;
      for (int c = connections.starts()[unit]; c < connections.starts()[unit + 1]; c++) {
        sums[c] = dot(in, connections.sources()[c] * stride, delta, to, stride);
      }
      sums[connections.size() + unit] = sum(delta, to, stride);
    }
  }

  private float dot(float[] in, int from, float[] delta, int to, int length) {
    Arrays.fill(partial, 0);
    for (int block = 0; block < length; block += LANES) {
      for (int lane = 0; lane < LANES; lane++) {
        partial[lane] = Math.fma(in[from + block + lane], delta[to + block + lane], partial[lane]);
      }
    }
    return PartialSums.fold(partial, 0);
  }

  private float sum(float[] delta, int to, int length) {
    Arrays.fill(partial, 0);
    for (int block = 0; block < length; block += LANES) {
      for (int lane = 0; lane < LANES; lane++) {
        partial[lane] += delta[to + block + lane];
      }
    }
    return PartialSums.fold(partial, 0);
  }
}
