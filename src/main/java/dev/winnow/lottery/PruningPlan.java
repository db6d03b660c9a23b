package dev.winnow.lottery;

import dev.winnow.architecture.ParameterLayout;
import dev.winnow.catalog.Choice;
import java.math.BigDecimal;
import java.util.List;

/**
 * How much is pruned from round to round, and by what.
 *
 * @param criterion an entry of {@link Criteria}
 * @param scope what is ranked together
 * @param removedPerRound the share of the remaining weights that one round removes; without meaning
 *     where densities are given
 * @param densities of rounds 1, 2, … in place of {@code removedPerRound}: kept ÷ all weights of
 *     each layer that is pruned, or in global scope of all of these together; empty if not given
 * @param excludedLayers layers that are never pruned, by name or kind; see {@link DensitySchedule}
 * @param pruneAt when in a round's training the weights are taken that are ranked
 * @param maskActions what becomes of weights when a round begins
 * @param rounds the last round; trainings are 0 to {@code rounds}
 */
public record PruningPlan(
    PruningStrategy strategy,
    Choice criterion,
    Scope scope,
    RemovalRates removedPerRound,
    List<BigDecimal> densities,
    List<String> excludedLayers,
    PruneAt pruneAt,
    MaskActions maskActions,
    int rounds) {
  /** The most rounds that a definition may ask for. */
  public static final int MOST_ROUNDS = 50;

  public PruningPlan {
    densities = List.copyOf(densities);
    excludedLayers = List.copyOf(excludedLayers);
  }

  /** A plan as in 1803.03635. */
  public PruningPlan(
      PruningStrategy strategy,
      Choice criterion,
      Scope scope,
      RemovalRates removedPerRound,
      int rounds) {
    this(
        strategy,
        criterion,
        scope,
        removedPerRound,
        List.of(),
        List.of(),
        PruneAt.END,
        MaskActions.ORIGINAL,
        rounds);
  }

  /** What each round from 0 keeps (outer list) of all that is ranked together (inner list). */
  public List<List<LayerBudget>> budgets(ParameterLayout layout) {
    return new DensitySchedule(this, layout).budgets();
  }

  /**
   * The kept weights of each prunable tensor (inner list) in each round from 0 (outer list).
   *
   * @throws IllegalStateException if layers are ranked together, so that only training decides
   */
  public List<List<Integer>> schedule(ParameterLayout layout) {
    if (scope != Scope.LAYERWISE) {
      throw new IllegalStateException(
          "Layers that are ranked together have no counts of their own");
    }
    return budgets(layout).stream()
        .map(round -> round.stream().map(LayerBudget::keep).toList())
        .toList();
  }
}
