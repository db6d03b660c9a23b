package dev.winnow.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A process of the packaged jar. */
final class Winnow implements AutoCloseable {
  private static final Duration STARTUP = Duration.ofMinutes(10);
  private static final Duration SHUTDOWN = Duration.ofMinutes(1);

  private final Process process;
  private final int port;
  private final Path log;

  private Winnow(Process process, int port, Path log) {
    this.process = process;
    this.port = port;
    this.log = log;
  }

  /**
   * Starts it and does not wait.
   *
   * @param role {@code api} or {@code worker}
   * @param environment beside this process's own
   */
  static Winnow launch(
      String role, int port, Path log, List<String> options, Map<String, String> environment)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // Flags for a quick start; the processes that train have their own.
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m"));
    command.addAll(List.of("-jar", jar(), "--winnow.role=" + role, "--server.port=" + port));
    command.addAll(options);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(Redirect.appendTo(log.toFile()));
    builder.environment().putAll(environment);
    Winnow winnow = new Winnow(builder.start(), port, log);
    Runtime.getRuntime().addShutdownHook(new Thread(winnow::close));
    return winnow;
  }

  private static String jar() {
    String named = System.getProperty("winnow.jar");
    if (named == null || Files.notExists(Path.of(named))) {
      throw new IllegalStateException("The system property winnow.jar must name the packaged jar");
    }
    return named;
  }

  /** Waits until it is ready. */
  Winnow ready() {
    Api api = api();
    Eventually.holds(
        "process " + pid() + " is ready, see " + log,
        STARTUP,
        () -> {
          if (!process.isAlive()) {
            throw new AssertionError("The application did not start, see " + log);
          }
          return api.isReady();
        });
    return this;
  }

  Api api() {
    return new Api(port);
  }

  int port() {
    return port;
  }

  long pid() {
    return process.pid();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** The processes that train for it. */
  List<ProcessHandle> trainings() {
    return process.children().filter(ProcessHandle::isAlive).toList();
  }

  String log() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void send(Signal signal) {
    signal.send(pid());
  }

  /** Ends it as a power cut would. */
  void kill() {
    send(Signal.KILL);
    Eventually.holds("process " + pid() + " is dead", SHUTDOWN, () -> !process.isAlive());
  }

  /** Ends it in good order. Returns how long that took. */
  Duration stop() {
    send(Signal.TERM);
    return Eventually.holds("process " + pid() + " ended", SHUTDOWN, () -> !process.isAlive());
  }

  @Override
  public void close() {
    trainings().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
