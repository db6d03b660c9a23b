package dev.winnow.engine.loop;

import dev.winnow.dataset.Samples;
import dev.winnow.kernels.Exponential;
import dev.winnow.network.Network;
import dev.winnow.training.LearningCurve.Score;
import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * Examples on which networks are measured: the mean cross-entropy from the logits, and the share of
 * examples whose own class has the highest logit (the lowest class among equals).
 */
public final class Evaluation {
  /**
   * @param correct which examples the network gets right, in the order in which they were given
   */
  record Result(Score score, BitSet correct) {}

  private static final int AT_ONCE = 1000;

  private final Samples samples;
  private final int[] examples;

  /**
   * @param examples indices into {@code samples}, at least one
   */
  public Evaluation(Samples samples, int[] examples) {
    this.samples = samples;
    this.examples = examples.clone();
  }

  /** On all examples, in order. */
  public static Evaluation ofAll(Samples samples) {
    return new Evaluation(samples, IntStream.range(0, samples.size()).toArray());
  }

  public Result evaluate(Network network) {
    double loss = 0;
    BitSet correct = new BitSet(examples.length);
    for (int from = 0; from < examples.length; from += AT_ONCE) {
      int[] part = Arrays.copyOfRange(examples, from, Math.min(from + AT_ONCE, examples.length));
      float[] logits = network.logits(samples, part);
      for (int e = 0; e < part.length; e++) {
        int label = samples.label(part[e]);
        loss += crossEntropy(logits, e * network.classes(), network.classes(), label);
        correct.set(from + e, label == highest(logits, e * network.classes(), network.classes()));
      }
    }
    double accuracy = (double) correct.cardinality() / examples.length;
    return new Result(new Score(loss / examples.length, accuracy), correct);
  }

  /** log Σ exp(z) − z[label], shifted by the highest z so that nothing overflows. */
  static double crossEntropy(float[] logits, int offset, int classes, int label) {
    double highest = logits[offset + highest(logits, offset, classes)];
    double sum = 0;
    for (int c = 0; c < classes; c++) {
      sum += Exponential.of(logits[offset + c] - highest);
    }
    return StrictMath.log(sum) + highest - logits[offset + label];
  }

  static int highest(float[] logits, int offset, int classes) {
    int best = 0;
    for (int c = 1; c < classes; c++) {
      if (logits[offset + c] > logits[offset + best]) {
        best = c;
      }
    }
    return best;
  }
}
