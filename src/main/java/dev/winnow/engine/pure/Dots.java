package dev.winnow.engine.pure;

/**
 * The gradient of single weights: for a connection from p to u where its sum begins, and over
 * examples activation p times δ of u, one example after another. Behind a ReLU most of δ is zero,
 * so only the other examples are visited. Several connections go side by side, since one sum alone
 * would wait for itself.
 */
final class Dots {
  private int[] examples = new int[0];
  private float[] slopes = new float[0];
  private int count;

  /**
   * @param stride of both activations and δ, which stand as in {@link Columns}
   * @param start where the sums of each unit begin
   * @param sums receives one sum for each connection
   */
  void of(
      Connections connections,
      float[] in,
      float[] delta,
      int stride,
      int batch,
      float[] start,
      float[] sums) {
    int[] starts = connections.starts();
    int[] sources = connections.sources();
    for (int unit = 0; unit < connections.units(); unit++) {
      int end = starts[unit + 1];
      int c = starts[unit];
      if (c < end) {
        visit(delta, unit * stride, batch);
      }
      for (; c + 8 <= end; c += 8) {
        eight(sources, c, in, stride, start[unit], sums);
      }
      for (; c + 2 <= end; c += 2) {
        two(sources, c, in, stride, start[unit], sums);
      }
      if (c < end) {
        sums[c] = one(in, sources[c] * stride, start[unit]);
      }
    }
  }

  /** Notes the examples at which δ is not zero. */
  private void visit(float[] delta, int first, int batch) {
    if (examples.length < batch) {
      examples = new int[batch];
      slopes = new float[batch];
    }
    int noted = 0;
    for (int e = 0; e < batch; e++) {
      float slope = delta[first + e];
      examples[noted] = e;
      slopes[noted] = slope;
      noted += slope == 0 ? 0 : 1;
    }
    count = noted;
  }

  private void eight(int[] sources, int c, float[] in, int stride, float start, float[] sums) {
    int p0 = sources[c] * stride;
    int p1 = sources[c + 1] * stride;
    int p2 = sources[c + 2] * stride;
    int p3 = sources[c + 3] * stride;
    int p4 = sources[c + 4] * stride;
    int p5 = sources[c + 5] * stride;
    int p6 = sources[c + 6] * stride;
    int p7 = sources[c + 7] * stride;
    float s0 = start;
    float s1 = start;
    float s2 = start;
    float s3 = start;
    float s4 = start;
    float s5 = start;
    float s6 = start;
    float s7 = start;
    for (int i = 0; i < count; i++) {
      float slope = slopes[i];
      int e = examples[i];
      s0 = Math.fma(in[p0 + e], slope, s0);
      s1 = Math.fma(in[p1 + e], slope, s1);
      s2 = Math.fma(in[p2 + e], slope, s2);
      s3 = Math.fma(in[p3 + e], slope, s3);
      s4 = Math.fma(in[p4 + e], slope, s4);
      s5 = Math.fma(in[p5 + e], slope, s5);
      s6 = Math.fma(in[p6 + e], slope, s6);
      s7 = Math.fma(in[p7 + e], slope, s7);
    }
    sums[c] = s0;
    sums[c + 1] = s1;
    sums[c + 2] = s2;
    sums[c + 3] = s3;
    sums[c + 4] = s4;
    sums[c + 5] = s5;
    sums[c + 6] = s6;
    sums[c + 7] = s7;
  }

  private void two(int[] sources, int c, float[] in, int stride, float start, float[] sums) {
    int p0 = sources[c] * stride;
    int p1 = sources[c + 1] * stride;
    float s0 = start;
    float s1 = start;
    for (int i = 0; i < count; i++) {
      s0 = Math.fma(in[p0 + examples[i]], slopes[i], s0);
      s1 = Math.fma(in[p1 + examples[i]], slopes[i], s1);
    }
    sums[c] = s0;
    sums[c + 1] = s1;
  }

  private float one(float[] in, int p, float start) {
    float sum = start;
    for (int i = 0; i < count; i++) {
      sum = Math.fma(in[p + examples[i]], slopes[i], sum);
    }
    return sum;
  }
}
