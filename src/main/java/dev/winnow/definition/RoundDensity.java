package dev.winnow.definition;

import dev.winnow.architecture.TensorSpec;
import dev.winnow.lottery.LayerBudget;
import java.util.Comparator;
import java.util.List;

/**
 * How much of the network is left in a round.
 *
 * @param density kept ÷ size, from 0 to 1
 * @param kept weights over all prunable tensors
 * @param size prunable weights, kept or not
 * @param layers the same by tensor, in the network's order; without those that are ranked together
 *     with others, of which only training decides
 */
public record RoundDensity(int round, double density, int kept, int size, List<LayerCount> layers) {
  public static RoundDensity of(Blueprint blueprint, int round) {
    List<LayerBudget> budgets = blueprint.budgets().get(round);
    int kept = budgets.stream().mapToInt(LayerBudget::keep).sum();
    int size = blueprint.layout().prunableSize();
    List<LayerCount> layers =
        budgets.stream()
            .filter(budget -> budget.tensors().size() == 1)
            .sorted(Comparator.comparing(budget -> budget.tensors().get(0)))
            .map(budget -> layer(blueprint, budget))
            .toList();
    return new RoundDensity(round, (double) kept / size, kept, size, layers);
  }

  private static LayerCount layer(Blueprint blueprint, LayerBudget budget) {
    TensorSpec tensor = blueprint.layout().prunable().get(budget.tensors().get(0)).tensor();
    return new LayerCount(tensor.name(), budget.keep(), tensor.size());
  }
}
