package dev.winnow.results;

import dev.winnow.experiment.TrialResults;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Results as rows, which are copied inside the database by the owner of each table. */
@Component
class ForkedResults implements TrialResults {
  private final Runs runs;
  private final Artifacts artifacts;

  ForkedResults(Runs runs, Artifacts artifacts) {
    this.runs = runs;
    this.artifacts = artifacts;
  }

  @Override
  public int completed(long trial, int lastRound) {
    return runs.completed(trial, lastRound);
  }

  @Override
  public int copy(long from, long to, int lastRound) {
    artifacts.copy(from, to, lastRound);
    return runs.copy(from, to, lastRound);
  }

  @Override
  public Map<Long, Double> secondsPerRun(Map<Long, Long> experiments) {
    return runs.secondsPerRun(experiments);
  }
}
