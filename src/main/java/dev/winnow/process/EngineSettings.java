package dev.winnow.process;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.event.Level;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How training processes are started.
 *
 * @param java the Java executable; without it the one that runs this process
 * @param childHeap the most heap that one may take, from 64MB; native memory comes on top
 * @param startTimeout how long one may take from its start until it calls back
 * @param idleTime how long one that has nothing to do is kept for a trial like its last
 * @param checkpointEvery how often a training in progress is saved
 * @param silenceLimit how long a training may give no sign of life, as in an endless loop, before
 *     its process is killed; one iteration or evaluation must not take longer
 * @param runLimit how long one attempt at a training may take before its process is killed; the
 *     next goes on from the last checkpoint
 * @param blasCore the kernels that OpenBLAS must use, such as {@code HASWELL}, for workers on
 *     different CPUs that shall compute the same bits; without it those that suit the CPU
 * @param logLevel the least level of what a process logs itself
 */
@ConfigurationProperties("winnow.engine")
public record EngineSettings(
    Optional<String> java,
    @DefaultValue("2GB") DataSize childHeap,
    @DefaultValue("60s") Duration startTimeout,
    @DefaultValue("1m") Duration idleTime,
    @DefaultValue("2m") Duration checkpointEvery,
    @DefaultValue("10m") Duration silenceLimit,
    @DefaultValue("7d") Duration runLimit,
    Optional<String> blasCore,
    @DefaultValue("INFO") Level logLevel) {
  private static final Pattern CORE = Pattern.compile("[A-Za-z0-9_]+");

  /**
   * @throws IllegalArgumentException if a value is outside what is allowed; the message names it
   */
  public EngineSettings {
    if (childHeap.toMegabytes() < 64) {
      throw new IllegalArgumentException(
          "winnow.engine.child-heap must be at least 64MB, is " + childHeap);
    }
    check("start-timeout", startTimeout);
    check("idle-time", idleTime);
    check("checkpoint-every", checkpointEvery);
    check("silence-limit", silenceLimit);
    check("run-limit", runLimit);
    blasCore.ifPresent(EngineSettings::checkCore);
  }

  /** What holds where nothing is configured. */
  public static EngineSettings defaults() {
    return new EngineSettings(
        Optional.empty(),
        DataSize.ofGigabytes(2),
        Duration.ofSeconds(60),
        Duration.ofMinutes(1),
        Duration.ofMinutes(2),
        Duration.ofMinutes(10),
        Duration.ofDays(7),
        Optional.empty(),
        Level.INFO);
  }

  private static void check(String name, Duration duration) {
    if (duration.toMillis() < 1) {
      throw new IllegalArgumentException(
          "winnow.engine.%s must be at least 1ms, is %s".formatted(name, duration));
    }
  }

  private static void checkCore(String core) {
    if (!CORE.matcher(core).matches()) {
      throw new IllegalArgumentException(
          "winnow.engine.blas-core must be a name such as HASWELL, is \"" + core + "\"");
    }
  }
}
