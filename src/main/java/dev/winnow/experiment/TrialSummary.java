package dev.winnow.experiment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A trial: the experiment with one seed.
 *
 * @param number from 1
 * @param reason why it failed, diverged or waits
 * @param signature the numeric signature that its first claim fixed
 * @param bitReproducible false once the trial was released from its numeric signature: its runs may
 *     come from workers whose bits differ
 * @param awaitsSignature whether the worker that looked at it last has another signature
 * @param current the training it is in
 */
public record TrialSummary(
    int number,
    long seed,
    State state,
    @Nullable String reason,
    @Nullable String signature,
    boolean bitReproducible,
    boolean awaitsSignature,
    int runsDone,
    int runsTotal,
    @Nullable CurrentRun current) {
  /**
   * A training in progress, as of its last evaluation.
   *
   * @param iterations the full budget
   * @param validationLoss mean cross-entropy in nats; null before the first evaluation
   * @param validationAccuracy from 0 to 1
   */
  public record CurrentRun(
      int round,
      String arm,
      int replicate,
      int iteration,
      int iterations,
      @Nullable Double validationLoss,
      @Nullable Double validationAccuracy,
      Instant updatedAt) {}
}
