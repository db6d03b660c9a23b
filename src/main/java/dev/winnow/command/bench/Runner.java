package dev.winnow.command.bench;

import dev.winnow.lottery.EngineFailure;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.DoubleFunction;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A process that runs contenders by their names, one at a time. Whatever it prints besides its
 * answers is kept to say why it died.
 */
final class Runner implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int KEPT_LINES = 20;

  private final Process process;
  private final Writer requests;
  private final BufferedReader lines;
  private final Deque<String> last = new ArrayDeque<>();
  private final JsonNode greeting;

  /** Starts it and waits until it is ready. */
  Runner(ProcessBuilder builder) throws IOException {
    process = builder.redirectErrorStream(true).start();
    requests = process.outputWriter(StandardCharsets.UTF_8);
    lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    greeting = receive();
  }

  /** What it said about itself when it was ready. */
  String about(String field) {
    return greeting.path(field).asString("unknown");
  }

  /**
   * Runs a contender for at least one step and about so many seconds.
   *
   * @throws EngineFailure if the process dies
   */
  Repetition run(String contender, double seconds) {
    ask(contender, seconds);
    return answer();
  }

  /** The same, for a contender that is settled. */
  DoubleFunction<Repetition> running(String contender) {
    return seconds -> run(contender, seconds);
  }

  /** Lets it run and does not wait; {@link #answer} does. */
  void ask(String contender, double seconds) {
    try {
      requests.write("run %s %s\n".formatted(contender, seconds));
      requests.flush();
    } catch (IOException e) {
      throw failure(e);
    }
  }

  Repetition answer() {
    return JSON.treeToValue(receive(), Repetition.class);
  }

  /**
   * The most memory that the process has had resident, on Linux.
   *
   * @throws EngineFailure if the system does not tell
   */
  long peakBytes() {
    try {
      return peakBytes(Files.readAllLines(status(String.valueOf(process.pid()))));
    } catch (IOException e) {
      throw failure(e);
    }
  }

  /** The file in which Linux tells about a process. */
  static Path status(String process) {
    return Path.of("/proc", process, "status");
  }

  static long peakBytes(List<String> status) throws IOException {
    return status.stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .map(line -> line.replaceAll("[^0-9]", ""))
        .mapToLong(kilobytes -> 1024 * Long.parseLong(kilobytes))
        .findFirst()
        .orElseThrow(() -> new IOException("its status has no VmHWM"));
  }

  private JsonNode receive() {
    try {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("{")) {
          return JSON.readTree(line);
        }
        keep(line);
      }
      throw failure(new IOException("its output ended"));
    } catch (IOException e) {
      throw failure(e);
    }
  }

  private void keep(String line) {
    if (last.size() == KEPT_LINES) {
      last.removeFirst();
    }
    last.addLast(line);
  }

  private EngineFailure failure(IOException cause) {
    process.destroyForcibly();
    return new EngineFailure(
        "A measuring process failed (%s). Its last words:%n%s"
            .formatted(cause.getMessage(), String.join(System.lineSeparator(), last)),
        cause);
  }

  /** The end of its input is the end of the process. */
  @Override
  public void close() {
    try {
      requests.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      process.destroy();
    }
  }
}
