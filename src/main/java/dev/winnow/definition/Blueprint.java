package dev.winnow.definition;

import dev.winnow.architecture.LayerSpec;
import dev.winnow.architecture.ParameterLayout;
import dev.winnow.lottery.LayerBudget;
import dev.winnow.lottery.RunKey;
import java.util.List;

/**
 * What a definition comes to: its network, its densities and its trainings.
 *
 * @param layers of the network, input to output
 * @param budgets what each round (outer list) keeps of all that is ranked together (inner list)
 * @param iterationsPerEpoch floor(training examples ÷ batch size)
 * @param iterations of one training
 * @param runs of each round of one trial
 */
public record Blueprint(
    List<LayerSpec> layers,
    ParameterLayout layout,
    List<List<LayerBudget>> budgets,
    int iterationsPerEpoch,
    int iterations,
    List<List<RunKey>> runs) {
  public int runsPerTrial() {
    return runs.stream().mapToInt(List::size).sum();
  }
}
