package dev.winnow.lottery;

import dev.winnow.architecture.Weights;
import dev.winnow.training.LearningCurve;
import java.util.Map;
import java.util.Optional;

/**
 * A training that ran to the end of its budget.
 *
 * @param finalWeights after the last iteration
 * @param kept the weights after the iterations that were asked for
 * @param memory of the optimizer after the last iteration, if it was asked for
 * @param atEarlyStop measured at the early-stop iteration
 * @param atEnd measured after the last iteration
 */
public record Trained(
    Weights finalWeights,
    Map<Integer, Weights> kept,
    Optional<OptimizerMemory> memory,
    LearningCurve curve,
    Measurement atEarlyStop,
    Measurement atEnd,
    double seconds,
    String path)
    implements Outcome {
  public Trained {
    kept = Map.copyOf(kept);
  }

  /** A training of which only the last weights were asked for. */
  public Trained(
      Weights finalWeights,
      LearningCurve curve,
      Measurement atEarlyStop,
      Measurement atEnd,
      double seconds,
      String path) {
    this(finalWeights, Map.of(), Optional.empty(), curve, atEarlyStop, atEnd, seconds, path);
  }
}
