package dev.winnow.report;

import dev.winnow.dataset.Dataset;
import dev.winnow.dataset.Datasets;
import dev.winnow.definition.Blueprint;
import dev.winnow.definition.Blueprints;
import dev.winnow.definition.ExperimentDefinition;
import dev.winnow.lottery.LayerBudget;
import dev.winnow.training.Optimizers;
import java.util.List;
import org.springframework.stereotype.Component;

/** How much a definition's results weigh in the database. */
@Component
final class Storage {
  /** A run's row, its event and their indexes, about. */
  private static final long ROW = 2_000;

  /** Iteration, loss and accuracy in validation, loss and accuracy in test. */
  private static final int POINT = 4 + 4 * Double.BYTES;

  private final Datasets datasets;
  private final Optimizers optimizers;
  private final Blueprints blueprints;

  Storage(Datasets datasets, Optimizers optimizers, Blueprints blueprints) {
    this.datasets = datasets;
    this.optimizers = optimizers;
    this.blueprints = blueprints;
  }

  /**
   * Bytes of all trials: each ticket's final weights and what it leaves to later rounds, its mask
   * at the entropy of what it changes in the one before, and for each run its learning curve and
   * which test examples it answers rightly.
   */
  long bytes(ExperimentDefinition definition, Blueprint blueprint) {
    Dataset dataset = datasets.get(definition.dataset().name());
    int rounds = blueprint.budgets().size();
    int artifacts =
        blueprints
            .method(definition)
            .artifacts(
                blueprints.plan(definition),
                optimizers.get(definition.training().optimizer().name()).memories());
    long weights = (long) Float.BYTES * blueprint.layout().size() * (artifacts + rounds);
    boolean nested = blueprints.method(definition).nested();
    double masks = 0;
    for (int round = 1; round < rounds; round++) {
      masks +=
          mask(blueprint.budgets().get(nested ? round - 1 : 0), blueprint.budgets().get(round));
    }
    int evaluateEvery = definition.training().evaluateEvery().in(blueprint.iterationsPerEpoch());
    long points = (blueprint.iterations() + evaluateEvery - 1L) / evaluateEvery;
    long run = ROW + points * POINT + 2L * ((dataset.testExamples() + 7) / 8);
    long trial = weights + (long) Math.ceil(masks) + run * blueprint.runsPerTrial();
    return trial * definition.trials().count();
  }

  /** Bytes that tell which of the weights before are kept: log₂ of the ways to choose them. */
  private static double mask(List<LayerBudget> before, List<LayerBudget> kept) {
    double bits = 0;
    for (int i = 0; i < kept.size(); i++) {
      int from = before.get(i).keep();
      bits += from * entropy((double) kept.get(i).keep() / from);
    }
    return bits / Byte.SIZE;
  }

  private static double entropy(double probability) {
    return probability <= 0 || probability >= 1
        ? 0
        : -(probability * Math.log(probability) + (1 - probability) * Math.log1p(-probability))
            / Math.log(2);
  }
}
