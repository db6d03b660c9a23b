package dev.winnow.queue;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why work is in no worker's hands.
 *
 * @param why the reason as a sentence
 * @param since when it was last in a worker's hands, else when it came
 * @param until when it is tried again, where a time was set
 * @param signature the numeric signature that it must go on with, if it has one
 */
public record Wait(
    WaitReason reason,
    String why,
    Instant since,
    @Nullable Instant until,
    @Nullable String signature) {
  /** What has to happen before a worker takes it. */
  public enum WaitReason {
    /** Other work has its turn. */
    TURN,
    /** A worker of its pool has to come. */
    WORKER,
    /** A worker of its pool with its numeric signature has to come. */
    SIGNATURE,
    /** Some time has to pass since an attempt failed. */
    BACKOFF
  }

  static Wait of(
      WaitReason reason, WorkerPool pool, Instant since, Instant due, @Nullable String signature) {
    return new Wait(
        reason,
        sentence(reason, pool, signature),
        since,
        reason == WaitReason.BACKOFF ? due : null,
        signature);
  }

  private static String sentence(WaitReason reason, WorkerPool pool, @Nullable String signature) {
    return switch (reason) {
      case TURN -> "Other trials have their turn.";
      case WORKER ->
          "Waits for a worker of pool %s; none takes work now.".formatted(pool.lowerCaseName());
      case SIGNATURE ->
          "Waits for a worker of pool %s with the numeric signature %s; none takes work now."
              .formatted(pool.lowerCaseName(), signature);
      case BACKOFF -> "An attempt failed; another follows after a while.";
    };
  }
}
