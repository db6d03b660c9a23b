package dev.winnow.dataset;

import dev.winnow.random.RandomStream;
import java.util.Arrays;

/**
 * Which training examples are trained on and which are set aside for validation (1803.03635,
 * section 2: 5,000 drawn at random). Examples are indices into the data set's training examples.
 */
public final class Split {
  private final long seed;
  private final int[] training;
  private final int[] validation;

  private Split(long seed, int[] training, int[] validation) {
    this.seed = seed;
    this.training = training;
    this.validation = validation;
  }

  /**
   * A function of its arguments.
   *
   * @param seed the trial's
   * @throws IllegalArgumentException if {@code validation} is not from 1 to {@code examples} − 1
   */
  public static Split of(long seed, int examples, int validation) {
    if (validation < 1 || validation >= examples) {
      throw new IllegalArgumentException(
          "validation must be from 1 to %d, is %d".formatted(examples - 1, validation));
    }
    int[] order = RandomStream.of(seed, "validation-split").permutation(examples);
    int[] held = Arrays.copyOf(order, validation);
    int[] kept = Arrays.copyOfRange(order, validation, examples);
    Arrays.sort(held);
    Arrays.sort(kept);
    return new Split(seed, kept, held);
  }

  /** How many examples are trained on. */
  public int trainingSize() {
    return training.length;
  }

  /** The examples set aside, ascending. */
  public int[] validation() {
    return validation.clone();
  }

  /**
   * Distinct ones of the examples trained on.
   *
   * @throws IllegalArgumentException if {@code count} is not from 1 to {@link #trainingSize}
   */
  public int[] draw(RandomStream random, int count) {
    if (count < 1 || count > training.length) {
      throw new IllegalArgumentException(
          "count must be from 1 to %d, is %d".formatted(training.length, count));
    }
    int[] order = random.permutation(training.length);
    return Arrays.stream(order, 0, count).map(i -> training[i]).toArray();
  }

  /** The examples trained on, in the order of one epoch (counted from 0): a new one for each. */
  public int[] epoch(int epoch) {
    int[] order = RandomStream.of(seed, "data-order", epoch).permutation(training.length);
    Arrays.setAll(order, i -> training[order[i]]);
    return order;
  }
}
