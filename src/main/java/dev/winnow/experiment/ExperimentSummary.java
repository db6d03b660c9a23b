package dev.winnow.experiment;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An experiment as a list shows it.
 *
 * @param pool {@code any}, {@code cpu} or {@code gpu}
 * @param fingerprint SHA-256 in hex of what decides a trial's numbers
 */
public record ExperimentSummary(
    long id,
    String name,
    List<String> tags,
    State state,
    String dataset,
    String architecture,
    String pool,
    int priority,
    String fingerprint,
    Instant createdAt,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt,
    Progress progress,
    TrialCounts trials) {
  public ExperimentSummary {
    tags = List.copyOf(tags);
  }

  ExperimentSummary withSecondsLeft(double seconds) {
    return new ExperimentSummary(
        id,
        name,
        tags,
        state,
        dataset,
        architecture,
        pool,
        priority,
        fingerprint,
        createdAt,
        startedAt,
        finishedAt,
        new Progress(progress.runsDone(), progress.runsTotal(), seconds),
        trials);
  }

  /**
   * How far the trainings are.
   *
   * @param runsTotal over all trials, rounds, arms and replicates
   * @param secondsLeft an estimate from the runs so far; null while nothing runs or none is done
   */
  public record Progress(int runsDone, int runsTotal, @Nullable Double secondsLeft) {}

  /** How many trials there are and how they ended. */
  public record TrialCounts(int total, int completed, int diverged, int failed) {}
}
