package dev.winnow.web;

import dev.winnow.queue.WorkerState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A process that works.
 *
 * @param pools {@code cpu} or {@code gpu}
 * @param device what it computes on, for people to read
 * @param slots trials side by side
 * @param version Winnow's
 * @param java version of its Java
 * @param signatures the numeric signatures that it was found to have
 * @param state whether it takes work
 */
record WorkerSummary(
    String id,
    String host,
    long pid,
    List<String> pools,
    String device,
    int slots,
    String version,
    String java,
    List<String> signatures,
    Instant startedAt,
    Instant lastHeartbeat,
    WorkerState state,
    List<CurrentWork> work) {
  /**
   * A trial in a worker's hands.
   *
   * @param round null, as arm and replicate, until the trial's first run begins
   * @param since when the worker took it up
   */
  record CurrentWork(
      long experiment,
      int trial,
      @Nullable Integer round,
      @Nullable String arm,
      @Nullable Integer replicate,
      Instant since) {}
}
