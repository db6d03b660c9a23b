package dev.winnow.experiment;

import dev.winnow.queue.Wait;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A trial: the experiment with one seed.
 *
 * @param number from 1
 * @param reason why it failed or diverged
 * @param signature the numeric signature that its first claim fixed
 * @param bitReproducible false once the trial was released from its numeric signature: its runs may
 *     come from workers whose bits differ
 * @param awaitsSignature whether the worker that looked at it last has another signature
 * @param waiting what it waits for while no worker has it
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
    @Nullable Wait waiting,
    @Nullable CurrentRun current) {
  TrialSummary with(@Nullable Wait wait) {
    return new TrialSummary(
        number,
        seed,
        state,
        reason,
        signature,
        bitReproducible,
        awaitsSignature,
        runsDone,
        runsTotal,
        wait,
        current);
  }

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
