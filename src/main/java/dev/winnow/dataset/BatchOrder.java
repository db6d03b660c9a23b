package dev.winnow.dataset;

import java.util.Arrays;

/**
 * Which examples each iteration trains on: a pure function of the split and the iteration, so that
 * a training resumed in the middle of an epoch sees what it would have seen. An epoch is {@code
 * floor(n ÷ batchSize)} iterations; the rest of its order is dropped.
 *
 * <p>Keeps the current epoch's order; not safe for use by several threads.
 */
public final class BatchOrder implements Batches {
  private final Split split;
  private final int batchSize;
  private int epoch = -1;
  private int[] order = {};

  /**
   * @throws IllegalArgumentException if {@code batchSize} is not from 1 to the number of examples
   *     trained on
   */
  public BatchOrder(Split split, int batchSize) {
    if (batchSize < 1 || batchSize > split.trainingSize()) {
      throw new IllegalArgumentException(
          "batchSize must be from 1 to %d, is %d".formatted(split.trainingSize(), batchSize));
    }
    this.split = split;
    this.batchSize = batchSize;
  }

  @Override
  public int iterationsPerEpoch() {
    return split.trainingSize() / batchSize;
  }

  /**
   * The examples of one iteration, as indices into the data set's training examples.
   *
   * @param iteration counted from 0 over the whole training
   * @return a new array of {@code batchSize} distinct indices
   * @throws IllegalArgumentException if {@code iteration} is negative
   */
  @Override
  public int[] batch(int iteration) {
    if (iteration < 0) {
      throw new IllegalArgumentException("iteration must not be negative, is " + iteration);
    }
    enter(iteration / iterationsPerEpoch());
    int first = iteration % iterationsPerEpoch() * batchSize;
    return Arrays.copyOfRange(order, first, first + batchSize);
  }

  private void enter(int next) {
    if (next != epoch) {
      order = split.epoch(next);
      epoch = next;
    }
  }
}
