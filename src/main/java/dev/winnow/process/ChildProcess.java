package dev.winnow.process;

import dev.winnow.lottery.EngineFailure;
import dev.winnow.lottery.TrainerDied;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A child that has called back. Closing it kills the child, whatever it is doing, and waits for its
 * death; only the thread that works on its trial may wait so long.
 */
final class ChildProcess implements AutoCloseable {
  private static final long DEATH_SECONDS = 10;

  private final Process process;
  private final ChildLog log;
  private final Connection connection;
  private final ChildCommand command;
  private final AtomicReference<@Nullable String> verdict = new AtomicReference<>();
  private volatile boolean closed;

  /**
   * @param command what it was started with
   */
  ChildProcess(Process process, ChildLog log, Connection connection, ChildCommand command) {
    this.process = process;
    this.log = log;
    this.connection = connection;
    this.command = command;
  }

  long pid() {
    return process.pid();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** From now on it works for the calling thread's trial. */
  void workForThisThread() {
    log.workForThisThread();
  }

  /**
   * @throws TrainerDied if the child is dead, or dies meanwhile
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
   * @throws TrainerDied if the child is dead, or dies meanwhile
   */
  Frame receive() {
    try {
      return connection.receive();
    } catch (IOException e) {
      throw failure(e);
    }
  }

  private TrainerDied failure(IOException cause) {
    String reason = verdict.get();
    if (reason != null) {
      close();
      return new TrainerDied(reason, cause);
    }
    if (closed) {
      return new TrainerDied("The training process was stopped", cause);
    }
    boolean interrupted = Thread.currentThread().isInterrupted();
    boolean died = !interrupted && diesSoon();
    close();
    if (!died) {
      return new TrainerDied("The connection to the training process broke: " + cause, cause);
    }
    return new TrainerDied(exitReason(process, command), cause);
  }

  /** What is known of a death. */
  static String exitReason(Process process, ChildCommand command) {
    return ExitReason.of(process, command.crashFile(process.pid()), command.settings());
  }

  /**
   * Watches over one request, until the watch is closed.
   *
   * @param since when the training began to which it belongs, in {@link System#nanoTime}
   */
  Watchdog watch(long since) {
    return new Watchdog(command.settings(), since, this::end);
  }

  Duration checkpointEvery() {
    return command.settings().checkpointEvery();
  }

  /** Kills the child and does not wait; who waits for its next frame hears the reason. */
  private void end(String reason) {
    if (verdict.compareAndSet(null, reason)) {
      process.destroyForcibly();
    }
  }

  /**
   * Kills the child and returns at once; who waits for its next frame hears that it was stopped.
   */
  void kill() {
    closed = true;
    process.destroyForcibly();
    try {
      connection.close();
    } catch (IOException e) {
      throw new EngineFailure("Cannot close the connection to a training process: " + e, e);
    }
  }

  @Override
  public void close() {
    kill();
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
