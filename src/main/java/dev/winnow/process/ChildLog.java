package dev.winnow.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.slf4j.event.Level;

/**
 * Passes on what a child prints to the log of this process, under the trial of the thread that it
 * works for. The child's own log lines keep their level; everything else has the stream's.
 */
final class ChildLog {
  private static final Logger log = LoggerFactory.getLogger(ChildLog.class);

  /** What the JVM prints whenever it is started with the vector module. */
  private static final String INCUBATOR = "WARNING: Using incubator modules";

  private final long pid;
  private volatile Map<String, String> context = Map.of();

  ChildLog(long pid) {
    this.pid = pid;
    workForThisThread();
  }

  /** From now on the child works for the calling thread's trial. */
  void workForThisThread() {
    context = Optional.ofNullable(MDC.getCopyOfContextMap()).orElse(Map.of());
  }

  /** Reads the stream to its end on a thread of its own. */
  void follow(InputStream stream, Level level) {
    Thread thread = new Thread(() -> copy(stream, level), "child-" + pid + "-" + level);
    thread.setDaemon(true);
    thread.start();
  }

  private void copy(InputStream stream, Level level) {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      lines.lines().forEach(line -> pass(line, level));
    } catch (IOException | UncheckedIOException e) {
      log.debug("The output of process {} ended: {}", pid, e.toString());
    }
  }

  private void pass(String line, Level level) {
    Optional<Level> own =
        Arrays.stream(Level.values()).filter(l -> line.startsWith(l + " ")).findFirst();
    String text = own.map(l -> line.substring(l.toString().length() + 1)).orElse(line);
    MDC.setContextMap(context);
    Level otherwise = line.startsWith(INCUBATOR) ? Level.DEBUG : level;
    log.atLevel(own.orElse(otherwise)).log("[{}] {}", pid, text);
  }
}
