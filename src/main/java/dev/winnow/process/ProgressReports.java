package dev.winnow.process;

import dev.winnow.lottery.Checkpoint;
import dev.winnow.lottery.ProgressListener;
import dev.winnow.training.LearningCurve.Point;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Tells the parent how one training goes on: of each evaluation, by a sign of life each second, and
 * by a checkpoint now and then.
 */
final class ProgressReports implements ProgressListener {
  private static final long BEAT = TimeUnit.SECONDS.toNanos(1);

  private final Connection connection;
  private final Optional<Checkpoint> origin;
  private final long checkpointEvery;
  private long beaten = System.nanoTime();
  private long saved = System.nanoTime();

  /**
   * @param begin what the parent asked for
   */
  ProgressReports(Connection connection, Message.Begin begin, Optional<Checkpoint> origin) {
    this.connection = connection;
    this.origin = origin;
    this.checkpointEvery = TimeUnit.MILLISECONDS.toNanos(begin.checkpointEvery());
  }

  @Override
  public Optional<Checkpoint> origin() {
    return origin;
  }

  @Override
  public void evaluated(Point point, int iterations) {
    send(WireFormat.frame(new Message.Progress(point, iterations)));
  }

  @Override
  public void passed(int iteration, Supplier<Checkpoint> here) {
    long now = System.nanoTime();
    if (now - saved >= checkpointEvery) {
      saved = now;
      send(WireFormat.saved(here.get()));
    } else if (now - beaten >= BEAT) {
      beaten = now;
      send(WireFormat.frame(new Message.Beat(iteration)));
    }
  }

  private void send(Frame frame) {
    try {
      connection.send(frame);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
