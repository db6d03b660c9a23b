package dev.winnow.lottery;

import dev.winnow.architecture.Weights;

/**
 * One training, led by its caller from mask to mask. Curve, seconds and kept weights are those of
 * all of it; early stop is looked for among the evaluations under its last mask, since those before
 * measured another network.
 *
 * <p>A session that goes on from a checkpoint begins where that was made, under the mask of then. A
 * checkpoint at an iteration is made before the mask changes there, so a caller that first gives
 * the mask that is due at {@link #iteration} and then trains on goes on as if nothing had happened.
 */
public interface TrainingSession {
  /** Iterations done; counted from the beginning of a training, not from its rewind point. */
  int iteration();

  /** The iteration at which the budget ends. */
  int iterations();

  /** Under which it trains now. */
  Mask mask();

  /**
   * Trains under the present mask.
   *
   * @param until from {@link #iteration} to {@link #iterations}
   * @return false if its numbers left the finite: all that is left is to {@link #end} it
   * @throws IllegalArgumentException if {@code until} is outside of these
   * @throws EngineFailure if training could not be carried out
   */
  boolean trainUntil(int until);

  /** The weights after the last iteration. */
  Weights weights();

  /**
   * Trains on under another mask. What stays keeps its value and what the optimizer knows of it;
   * what goes becomes +0.0f and is forgotten; what comes begins at +0.0f, with an optimizer that
   * knows nothing of it.
   *
   * @throws IllegalStateException if pruned weights are frozen
   */
  void change(Mask mask);

  /** Ends the training here, measured here. Nothing else may be asked of it afterwards. */
  Outcome end();
}
