package dev.winnow.engine.process;

import dev.winnow.architecture.Layout;
import dev.winnow.lottery.Outcome;
import dev.winnow.lottery.ProgressListener;
import dev.winnow.lottery.Trainer;
import dev.winnow.lottery.Training;
import java.util.Optional;

/** Has its tickets trained by a child process. */
final class ChildTrainer implements Trainer {
  private final ChildProcess child;
  private final Layout layout;
  private final Message.Ready ready;

  ChildTrainer(ChildProcess child, Layout layout, Message.Ready ready) {
    this.child = child;
    this.layout = layout;
    this.ready = ready;
  }

  /** The child's process id. */
  long pid() {
    return child.pid();
  }

  @Override
  public synchronized Outcome train(Training training, ProgressListener listener) {
    child.send(Wire.train(training));
    try {
      return outcome(listener);
    } catch (ChildRefused e) {
      throw e;
    } catch (RuntimeException e) {
      // Further messages of this training would be taken for answers to the next one.
      child.close();
      throw e;
    }
  }

  private Outcome outcome(ProgressListener listener) {
    Optional<Outcome> outcome = Optional.empty();
    while (outcome.isEmpty()) {
      outcome = next(child.receive(), listener);
    }
    return outcome.get();
  }

  private Optional<Outcome> next(Frame frame, ProgressListener listener) {
    Message message = Wire.message(frame);
    if (message instanceof Message.Progress progress) {
      listener.evaluated(progress.point(), progress.iterations());
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

  /** Kills the child: a training under way fails at once. Any thread may call it. */
  @Override
  public void close() {
    child.close();
  }
}
