package dev.winnow.network.pure;

import dev.winnow.dataset.Samples;
import dev.winnow.kernels.Exponential;

/** The softmax cross-entropy of one batch and its gradient. */
final class CrossEntropy {
  private final int classes;
  private final double[] exponentials;

  CrossEntropy(int classes) {
    this.classes = classes;
    this.exponentials = new double[classes];
  }

  /**
   * @param logits as {@link FeatureMajor}, one unit for each class
   * @param delta receives softmax − one-hot in the same order; beyond the batch nothing is written
   * @return the mean over the batch in nats
   */
  double of(Samples samples, int[] batch, float[] logits, float[] delta, int stride) {
    double sum = 0;
    for (int e = 0; e < batch.length; e++) {
      int label = samples.label(batch[e]);
      double highest = highest(logits, e, stride);
      double total = exponentials(logits, e, stride, highest);
      for (int c = 0; c < classes; c++) {
        double target = c == label ? 1 : 0;
        delta[FeatureMajor.row(c, stride) + e] = (float) (exponentials[c] / total - target);
      }
      sum += StrictMath.log(total) + highest - logits[FeatureMajor.row(label, stride) + e];
    }
    return sum / batch.length;
  }

  private double highest(float[] logits, int example, int stride) {
    float highest = logits[FeatureMajor.row(0, stride) + example];
    for (int c = 1; c < classes; c++) {
      highest = Math.max(highest, logits[FeatureMajor.row(c, stride) + example]);
    }
    return highest;
  }

  private double exponentials(float[] logits, int example, int stride, double highest) {
    double total = 0;
    for (int c = 0; c < classes; c++) {
      exponentials[c] = Exponential.of(logits[FeatureMajor.row(c, stride) + example] - highest);
      total += exponentials[c];
    }
    return total;
  }
}
