package dev.winnow.web.experiment;

import dev.winnow.definition.Blueprint;
import dev.winnow.definition.ExperimentDefinition;
import dev.winnow.definition.LayerCount;
import dev.winnow.definition.RoundDensity;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a definition comes to.
 *
 * @param trainings over all trials
 * @param iterationsPerTraining the full budget
 */
record Plan(
    int trainings, int trainingsPerTrial, int iterationsPerTraining, List<PlannedRound> rounds) {
  /**
   * A round.
   *
   * @param density kept ÷ size, from 0 to 1
   */
  record PlannedRound(
      int round, double density, int kept, int size, int runsPerTrial, List<LayerCount> layers) {}

  static Plan of(ExperimentDefinition definition, Blueprint blueprint) {
    return new Plan(
        blueprint.runsPerTrial() * definition.trials().count(),
        blueprint.runsPerTrial(),
        blueprint.iterations(),
        IntStream.range(0, blueprint.runs().size())
            .mapToObj(round -> round(blueprint, RoundDensity.of(blueprint, round)))
            .toList());
  }

  private static PlannedRound round(Blueprint blueprint, RoundDensity count) {
    return new PlannedRound(
        count.round(),
        count.density(),
        count.kept(),
        count.size(),
        blueprint.runs().get(count.round()).size(),
        count.layers());
  }
}
