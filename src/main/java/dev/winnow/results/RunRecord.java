package dev.winnow.results;

import dev.winnow.experiment.RunState;
import dev.winnow.lottery.RunKey;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run as it was committed.
 *
 * @param kept weights of each prunable tensor, in the network's order
 * @param density kept ÷ prunable weights, from 0 to 1
 * @param atEarlyStop null if it diverged
 * @param atEnd null if it diverged
 * @param seconds of training and evaluation
 * @param maskSha256 over one byte, 1 or 0, for each prunable position
 * @param weightsSha256 over the final weights as little-endian floats; null if it diverged
 */
public record RunRecord(
    RunKey key,
    RunState state,
    List<Integer> kept,
    double density,
    @Nullable Measurement atEarlyStop,
    @Nullable Measurement atEnd,
    @Nullable Divergence divergence,
    double seconds,
    Instant finishedAt,
    String maskSha256,
    @Nullable String weightsSha256,
    Provenance provenance) {
  public RunRecord {
    kept = List.copyOf(kept);
  }

  /** A network measured: losses in nats (null if not finite), accuracies from 0 to 1. */
  public record Measurement(
      int iteration,
      @Nullable Double validationLoss,
      @Nullable Double validationAccuracy,
      @Nullable Double testLoss,
      @Nullable Double testAccuracy) {}

  /** When and how a training left the finite numbers. */
  public record Divergence(int iteration, String reason) {}

  /**
   * What a result's bits depend on besides definition and seed.
   *
   * @param signature numeric signature: device, native library, threads
   * @param path which code trained: {@code dense}
   * @param commit of the program
   * @param dataChecksum SHA-256 in hex of the data trained on
   */
  public record Provenance(
      String signature, String path, String jvm, String commit, String dataChecksum) {}
}
