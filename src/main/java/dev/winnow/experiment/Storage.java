package dev.winnow.experiment;

import dev.winnow.dataset.Dataset;
import dev.winnow.lottery.Share;
import java.util.List;

/** How much a definition's results weigh in the database. */
final class Storage {
  /** A run's row, its event and their indexes, about. */
  private static final long ROW = 2_000;

  /** Iteration, loss and accuracy in validation, loss and accuracy in test. */
  private static final int POINT = 4 + 4 * Double.BYTES;

  private Storage() {}

  /**
   * Bytes of all trials: each ticket's final weights and what it leaves to later rounds, its mask
   * at the entropy of what it changes in the one before, and for each run its learning curve and
   * which test examples it answers rightly.
   */
  static long bytes(ExperimentDefinition definition, Blueprint blueprint, Dataset dataset) {
    int rounds = blueprint.shares().size();
    long weights =
        (long) Float.BYTES * blueprint.layout().size() * (blueprint.artifacts() + rounds);
    double masks = 0;
    for (int round = 1; round < rounds; round++) {
      masks += mask(blueprint.shares().get(round - 1), blueprint.shares().get(round));
    }
    int evaluateEvery = definition.training().evaluateEvery().in(blueprint.iterationsPerEpoch());
    long points = (blueprint.iterations() + evaluateEvery - 1L) / evaluateEvery;
    long run = ROW + points * POINT + 2L * ((dataset.testExamples() + 7) / 8);
    long trial = weights + (long) Math.ceil(masks) + run * blueprint.runsPerTrial();
    return trial * definition.trials().count();
  }

  /** Bytes that tell which of the weights before are kept: log₂ of the ways to choose them. */
  private static double mask(List<Share> before, List<Share> kept) {
    double bits = 0;
    for (int share = 0; share < kept.size(); share++) {
      int from = before.get(share).keep();
      bits += from * entropy((double) kept.get(share).keep() / from);
    }
    return bits / Byte.SIZE;
  }

  private static double entropy(double share) {
    return share <= 0 || share >= 1
        ? 0
        : -(share * Math.log(share) + (1 - share) * Math.log1p(-share)) / Math.log(2);
  }
}
