package dev.winnow.process;

import dev.winnow.architecture.ParameterLayout;
import dev.winnow.architecture.Weights;
import dev.winnow.lottery.Objective;
import dev.winnow.lottery.ProgressListener;
import dev.winnow.lottery.Ticket;
import dev.winnow.lottery.Trainer;
import dev.winnow.lottery.TrainerDied;
import dev.winnow.lottery.TrainingRequest;
import dev.winnow.lottery.TrainingSession;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Has its tickets trained by a child process. */
final class ChildTrainer implements Trainer {
  private final OpenChild open;
  private final ChildProcess child;
  private final Message.Ready ready;
  private final Thread worker = Thread.currentThread();
  private final AtomicBoolean gone = new AtomicBoolean();

  /** The calling thread is the one that works on the trial. */
  ChildTrainer(OpenChild open) {
    this.open = open;
    this.child = open.process();
    this.ready = open.ready();
  }

  /** The child's process id. */
  long pid() {
    return child.pid();
  }

  /** Gives the child away, unless it was closed before; the trainer is of no use afterwards. */
  Optional<OpenChild> release() {
    return gone.compareAndSet(false, true) ? Optional.of(open) : Optional.empty();
  }

  @Override
  public TrainingSession begin(TrainingRequest training, ProgressListener listener) {
    return new ChildTraining(this, training, listener);
  }

  @Override
  public Weights gradient(Ticket ticket, Objective objective) {
    Frame question = WireFormat.differentiate(ticket, objective);
    Frame answer = ask(() -> question, System.nanoTime(), frame -> true);
    return WireFormat.values(layout(), answer);
  }

  ParameterLayout layout() {
    return open.setup().layout();
  }

  Duration checkpointEvery() {
    return child.checkpointEvery();
  }

  /**
   * Asks the child something.
   *
   * @param since when the work began that may take so long as a run may, in {@link System#nanoTime}
   * @param hears hears each frame of the answer, until it says that one was the last
   * @return the last frame
   */
  synchronized Frame ask(Supplier<Frame> question, long since, Predicate<Frame> hears) {
    if (gone.get()) {
      throw new TrainerDied("The training process was stopped");
    }
    try (Watchdog watchdog = child.watch(since)) {
      child.send(question.get());
      Frame frame;
      do {
        watchdog.heard();
        frame = child.receive();
        watchdog.heard();
        if (WireFormat.message(frame) instanceof Message.Failed failed) {
          throw ChildRefused.by(failed);
        }
      } while (!hears.test(frame));
      return frame;
    } catch (ChildRefused e) {
      throw e;
    } catch (RuntimeException e) {
      // Further messages of this request would be taken for answers to the next one.
      close();
      throw e;
    }
  }

  @Override
  public String signature() {
    return ready.signature();
  }

  @Override
  public String dataChecksum() {
    return ready.dataChecksum();
  }

  /**
   * Kills the child: a training under way fails at once. Any thread may call it; the one that works
   * on the trial waits for the child's death, all others return at once.
   */
  @Override
  public void close() {
    if (!gone.compareAndSet(false, true)) {
      return;
    }
    if (Thread.currentThread().equals(worker)) {
      child.close();
    } else {
      child.kill();
    }
  }
}
