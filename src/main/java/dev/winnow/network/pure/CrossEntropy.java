package dev.winnow.network.pure;

import dev.winnow.dataset.Samples;
import dev.winnow.kernels.Exponential;
import dev.winnow.kernels.Kernels;
import java.util.Arrays;

/** The softmax cross-entropy of one batch and its gradient. */
final class CrossEntropy {
  /** The most examples of one chain of additions, as many as in a sum along a row. */
  private static final int CHAIN = Kernels.LANES * Kernels.CHAIN;

  private final int classes;
  private float[] highest = {};
  private double[] totals = {};

  /** Class after class, each with all examples. */
  private double[] exponentials = {};

  private double[] integers = {};
  private double[] rests = {};

  CrossEntropy(int classes) {
    this.classes = classes;
  }

  /**
   * @param logits as {@link FeatureMajor}, one unit for each class
   * @param delta receives softmax − one-hot in the same order; beyond the batch nothing is written
   * @return the mean over the batch in nats
   */
  double of(Samples samples, int[] batch, float[] logits, float[] delta, int stride) {
    exponentiate(logits, stride);
    for (int c = 0; c < classes; c++) {
      share(c * stride, delta, FeatureMajor.row(c, stride), batch.length);
    }
    double sum = 0;
    double chain = 0;
    for (int e = 0; e < batch.length; e++) {
      int label = samples.label(batch[e]);
      int place = FeatureMajor.row(label, stride) + e;
      delta[place] = (float) (exponentials[label * stride + e] - 1);
      chain += StrictMath.log(totals[e]) + highest[e] - logits[place];
      if ((e + 1) % CHAIN == 0) {
        sum += chain;
        chain = 0;
      }
    }
    return (sum + chain) / batch.length;
  }

  private void exponentiate(float[] logits, int stride) {
    if (highest.length != stride) {
      highest = new float[stride];
      totals = new double[stride];
      exponentials = new double[classes * stride];
      integers = new double[classes * stride];
      rests = new double[classes * stride];
    }
    Arrays.fill(highest, Float.NEGATIVE_INFINITY);
    for (int c = 0; c < classes; c++) {
      raise(logits, FeatureMajor.row(c, stride));
    }
    for (int c = 0; c < classes; c++) {
      subtract(logits, FeatureMajor.row(c, stride), c * stride);
    }
    Exponential.replace(exponentials, integers, rests);
    Arrays.fill(totals, 0);
    for (int c = 0; c < classes; c++) {
      total(c * stride);
    }
  }

  private void raise(float[] logits, int from) {
    for (int e = 0; e < highest.length; e++) {
      highest[e] = Math.max(highest[e], logits[from + e]);
    }
  }

  private void subtract(float[] logits, int from, int to) {
    for (int e = 0; e < highest.length; e++) {
      exponentials[to + e] = (double) logits[from + e] - highest[e];
    }
  }

  private void total(int from) {
    for (int e = 0; e < totals.length; e++) {
      totals[e] += exponentials[from + e];
    }
  }

  /** Divides the exponentials of one class by their totals. */
  private void share(int from, float[] delta, int to, int count) {
    for (int e = 0; e < totals.length; e++) {
      exponentials[from + e] /= totals[e];
    }
    for (int e = 0; e < count; e++) {
      delta[to + e] = (float) exponentials[from + e];
    }
  }
}
