package dev.winnow.dataset;

/** What each iteration of a training learns from. */
public interface Batches {
  /** At least 1. */
  int iterationsPerEpoch();

  /**
   * The examples of one iteration, as indices into the samples that the network was made for.
   *
   * @param iteration counted from 0 over the whole training
   * @throws IllegalArgumentException if {@code iteration} is negative
   */
  int[] batch(int iteration);
}
