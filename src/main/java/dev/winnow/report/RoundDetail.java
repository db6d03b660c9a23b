package dev.winnow.report;

import dev.winnow.definition.LayerCount;
import dev.winnow.definition.RoundDensity;
import dev.winnow.lottery.Arm;
import java.util.List;

/**
 * A round of one trial.
 *
 * @param density kept ÷ size, from 0 to 1
 * @param layers before the ticket's run is done, only those whose count is settled
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

  static RoundDetail of(RoundDensity count, int planned, List<RunSummary> runs) {
    return new RoundDetail(
        count.round(),
        count.density(),
        count.kept(),
        count.size(),
        runs.size() == planned,
        runs.stream()
            .filter(run -> run.arm().equals(Arm.TICKET))
            .findFirst()
            .map(RunSummary::layers)
            .orElse(count.layers()),
        runs);
  }
}
