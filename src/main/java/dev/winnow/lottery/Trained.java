package dev.winnow.lottery;

import dev.winnow.architecture.Weights;
import dev.winnow.training.LearningCurve;
import java.util.Map;

/**
 * A training that ran to its end.
 *
 * @param mask of the final weights
 * @param finalWeights after the last iteration
 * @param kept the weights after the iterations that were asked for
 * @param memory of the optimizer after the last iteration
 * @param atEarlyStop measured at the early-stop iteration
 * @param atEnd measured after the last iteration
 */
public record Trained(
    Mask mask,
    Weights finalWeights,
    Map<Integer, Weights> kept,
    OptimizerMemory memory,
    LearningCurve curve,
    Measurement atEarlyStop,
    Measurement atEnd,
    double seconds,
    String path)
    implements Outcome {
  public Trained {
    kept = Map.copyOf(kept);
  }

  /**
   * The weights after an iteration.
   *
   * @throws IllegalArgumentException if they were not to be kept
   */
  public Weights at(int iteration) {
    Weights weights = kept.get(iteration);
    if (weights == null) {
      throw new IllegalArgumentException("Iteration %d was not kept".formatted(iteration));
    }
    return weights;
  }
}
