package dev.winnow.report;

import dev.winnow.experiment.LayerCount;
import dev.winnow.experiment.RoundCount;
import java.util.List;

/**
 * A round of one trial.
 *
 * @param density kept ÷ size, from 0 to 1
 * @param complete whether all its runs are done
 * @param runs those that are done
 */
public record RoundDetail(
    int round,
    double density,
    int kept,
    int size,
    boolean complete,
    List<LayerCount> layers,
    List<RunSummary> runs) {
  public RoundDetail {
    runs = List.copyOf(runs);
  }

  static RoundDetail of(RoundCount count, int planned, List<RunSummary> runs) {
    return new RoundDetail(
        count.round(),
        count.density(),
        count.kept(),
        count.size(),
        runs.size() == planned,
        count.layers(),
        runs);
  }
}
