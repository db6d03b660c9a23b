package dev.winnow.engine.process;

import java.nio.file.Path;
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
 * @param blasCore the kernels that OpenBLAS must use, such as {@code HASWELL}, for workers on
 *     different CPUs that shall compute the same bits; without it those that suit the CPU
 * @param logLevel the least level of what a process logs itself
 */
@ConfigurationProperties("winnow.engine")
public record EngineSettings(
    Optional<Path> java,
    @DefaultValue("1GB") DataSize childHeap,
    @DefaultValue("60s") Duration startTimeout,
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
    if (startTimeout.toMillis() < 1) {
      throw new IllegalArgumentException(
          "winnow.engine.start-timeout must be at least 1ms, is " + startTimeout);
    }
    blasCore.ifPresent(EngineSettings::checkCore);
  }

  /** What holds where nothing is configured. */
  public static EngineSettings defaults() {
    return new EngineSettings(
        Optional.empty(),
        DataSize.ofGigabytes(1),
        Duration.ofSeconds(60),
        Optional.empty(),
        Level.INFO);
  }

  private static void checkCore(String core) {
    if (!CORE.matcher(core).matches()) {
      throw new IllegalArgumentException(
          "winnow.engine.blas-core must be a name such as HASWELL, is \"" + core + "\"");
    }
  }
}
