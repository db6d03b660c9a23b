package dev.winnow.engine;

/** A network in training that tells its numbers as doubles, in whatever precision it computes. */
public interface Learner {
  /**
   * One iteration.
   *
   * @return the batch's mean cross-entropy before the update
   */
  double step(int[] batch);

  /** The gradient of the last batch, summed over it, in the order of the layout. */
  double[] gradient();

  /** All values in the order of the layout. */
  double[] values();

  /** The logits of training examples that are not learned, example after example. */
  double[] logits(int[] examples);
}
