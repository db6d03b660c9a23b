package dev.winnow.engine.sparse;

import dev.winnow.architecture.LayerSpec;
import dev.winnow.training.PathChoice;
import dev.winnow.training.TrainingPlan;
import java.util.List;

/**
 * Which path a round takes: what the definition says, else the sparse one where so few weights are
 * left that it is faster. What is measured while training, and whether this JVM has vectors, never
 * decide: results depend on the path.
 */
public final class PathRule {
  /** Raised whenever this rule changes; recorded with results. */
  public static final int VERSION = 2;

  /** The share of products that the sparse path may do at most, as measured on vectors. */
  private static final double MOST = 0.4;

  private PathRule() {}

  /**
   * @param density kept ÷ prunable weights, from 0 to 1
   * @param onCpu whether dense products would be computed by the CPU; a GPU is faster at them
   * @return {@link PathChoice#DENSE} or {@link PathChoice#SPARSE}
   */
  public static PathChoice choose(
      TrainingPlan plan, List<LayerSpec> layers, double density, boolean onCpu) {
    if (plan.path() != PathChoice.AUTO) {
      return plan.path();
    }
    boolean dense = layers.stream().allMatch(layer -> layer instanceof LayerSpec.Dense);
    double products = density * Activations.stride(plan.batchSize()) / plan.batchSize();
    return onCpu && dense && products <= MOST ? PathChoice.SPARSE : PathChoice.DENSE;
  }
}
