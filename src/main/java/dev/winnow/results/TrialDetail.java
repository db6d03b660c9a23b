package dev.winnow.results;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.winnow.experiment.RunState;
import dev.winnow.experiment.TrialSummary;
import java.util.List;

/** A trial with its rounds. */
public record TrialDetail(@JsonUnwrapped TrialSummary summary, List<RoundProgress> rounds) {
  public TrialDetail {
    rounds = List.copyOf(rounds);
  }

  /**
   * How far a round is.
   *
   * @param density kept ÷ size, from 0 to 1
   * @param complete whether all its runs are done
   * @param runs those that are done
   */
  public record RoundProgress(
      int round, double density, int kept, int size, boolean complete, List<RunEnd> runs) {}

  /** How a run ended. */
  public record RunEnd(String arm, int replicate, RunState state) {}
}
