package dev.winnow.engine.process;

import dev.winnow.architecture.Layout;
import dev.winnow.architecture.Weights;
import dev.winnow.lottery.Checkpoint;
import dev.winnow.lottery.Objective;
import dev.winnow.lottery.Outcome;
import dev.winnow.lottery.ProgressListener;
import dev.winnow.lottery.Ticket;
import dev.winnow.lottery.Trainer;
import dev.winnow.lottery.TrainerDied;
import dev.winnow.lottery.Training;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;

/** Has its tickets trained by a child process. */
final class ChildTrainer implements Trainer {
  private final OpenChild open;
  private final ChildProcess child;
  private final Layout layout;
  private final Message.Ready ready;
  private final Thread worker = Thread.currentThread();
  private final AtomicBoolean gone = new AtomicBoolean();

  /** The calling thread is the one that works on the trial. */
  ChildTrainer(OpenChild open) {
    this.open = open;
    this.child = open.process();
    this.layout = open.setup().layout();
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
  public Outcome train(Training training, ProgressListener listener) {
    return ask(
        () -> Wire.train(training, child.checkpointEvery(), listener.origin()),
        watchdog -> outcome(listener, watchdog));
  }

  @Override
  public Weights gradient(Ticket ticket, Objective objective) {
    return ask(
        () -> Wire.differentiate(ticket, objective),
        watchdog -> {
          Frame answer = child.receive();
          watchdog.heard();
          Message message = Wire.message(answer);
          if (message instanceof Message.Gradient) {
            return Weights.fromBytes(layout, answer.parts().get(0));
          }
          throw ChildRefused.by(message);
        });
  }

  private synchronized <T> T ask(Supplier<Frame> question, Function<Watchdog, T> answer) {
    if (gone.get()) {
      throw new TrainerDied("The training process was stopped");
    }
    try (Watchdog watchdog = child.watch()) {
      child.send(question.get());
      return answer.apply(watchdog);
    } catch (ChildRefused e) {
      throw e;
    } catch (RuntimeException e) {
      // Further messages of this request would be taken for answers to the next one.
      close();
      throw e;
    }
  }

  private Outcome outcome(ProgressListener listener, Watchdog watchdog) {
    Optional<Outcome> outcome = Optional.empty();
    while (outcome.isEmpty()) {
      Frame frame = child.receive();
      watchdog.heard();
      outcome = next(frame, listener);
      watchdog.heard();
    }
    return outcome.get();
  }

  private Optional<Outcome> next(Frame frame, ProgressListener listener) {
    Message message = Wire.message(frame);
    if (message instanceof Message.Progress progress) {
      listener.evaluated(progress.point(), progress.iterations());
      return Optional.empty();
    }
    if (message instanceof Message.Beat) {
      return Optional.empty();
    }
    if (message instanceof Message.Saved saved) {
      Checkpoint checkpoint = new Checkpoint(saved.iteration(), frame.parts().get(0));
      listener.passed(saved.iteration(), () -> checkpoint);
      return Optional.empty();
    }
    if (message instanceof Message.Done done) {
      return Optional.of(Wire.trained(layout, done, frame.parts()));
    }
    if (message instanceof Message.Diverged diverged) {
      return Optional.of(Wire.diverged(diverged));
    }
    throw ChildRefused.by(message);
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
