package dev.winnow.engine.process;

import dev.winnow.lottery.EngineFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A child that has called back. Closing it kills the child, whatever it is doing. */
final class ChildProcess implements AutoCloseable {
  private static final long DEATH_SECONDS = 10;

  private final Process process;
  private final Connection connection;
  private final Path crashFile;
  private volatile boolean closed;

  /**
   * @param crashFile where the JVM writes about a crash
   */
  ChildProcess(Process process, Connection connection, Path crashFile) {
    this.process = process;
    this.connection = connection;
    this.crashFile = crashFile;
  }

  long pid() {
    return process.pid();
  }

  /**
   * @throws EngineFailure if the child is dead, or dies meanwhile
   */
  void send(Frame frame) {
    try {
      connection.send(frame);
    } catch (IOException e) {
      throw failure(e);
    }
  }

  /**
   * Waits for the child's next frame. Interrupting the thread ends the wait and the connection.
   *
   * @throws EngineFailure if the child is dead, or dies meanwhile
   */
  Frame receive() {
    try {
      return connection.receive();
    } catch (IOException e) {
      throw failure(e);
    }
  }

  private EngineFailure failure(IOException cause) {
    if (closed) {
      return new EngineFailure("The training process was stopped", cause);
    }
    boolean interrupted = Thread.currentThread().isInterrupted();
    boolean died = !interrupted && diesSoon();
    close();
    if (!died) {
      return new EngineFailure("The connection to the training process broke: " + cause, cause);
    }
    return new EngineFailure(obituary(process, crashFile), cause);
  }

  /** What is known of a death. */
  static String obituary(Process process, Path crashFile) {
    return "The training process ended with exit code %d%s"
        .formatted(
            process.exitValue(), Files.exists(crashFile) ? "; it crashed, see " + crashFile : "");
  }

  @Override
  public void close() {
    closed = true;
    process.destroyForcibly();
    try {
      connection.close();
    } catch (IOException e) {
      throw new EngineFailure("Cannot close the connection to a training process: " + e, e);
    }
    diesSoon();
  }

  private boolean diesSoon() {
    try {
      return process.waitFor(DEATH_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
