package dev.winnow.lottery;

import dev.winnow.architecture.Weights;
import dev.winnow.random.RandomStream;
import java.util.List;

/** Evidence for tests. */
public final class ScoringContexts {
  private ScoringContexts() {}

  /** What two networks show, of a trial without gradients. */
  public static ScoringContext of(Mask mask, Weights initial, Weights trained, long seed) {
    return new ScoringContext(
        mask,
        initial,
        trained,
        RandomStream.of(seed, "test"),
        List.of(),
        (ticket, objective) -> {
          throw new UnsupportedOperationException("There are no gradients of " + objective);
        });
  }

  /** What a network that has not been trained shows. */
  public static ScoringContext untrained(
      Mask mask, Weights weights, List<Integer> keep, GradientComputer gradients) {
    return new ScoringContext(
        mask, weights, weights, RandomStream.of(1, "test"), LayerBudget.each(keep), gradients);
  }
}
