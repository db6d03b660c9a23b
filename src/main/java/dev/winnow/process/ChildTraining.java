package dev.winnow.process;

import dev.winnow.architecture.ParameterLayout;
import dev.winnow.architecture.Weights;
import dev.winnow.lottery.Mask;
import dev.winnow.lottery.Outcome;
import dev.winnow.lottery.ProgressListener;
import dev.winnow.lottery.TrainingRequest;
import dev.winnow.lottery.TrainingSession;
import java.util.Optional;

/** A training whose network is in a child. A new mask travels with the next question. */
final class ChildTraining implements TrainingSession {
  private final ChildTrainer trainer;
  private final ParameterLayout layout;
  private final ProgressListener listener;
  private final boolean frozen;
  private final long since = System.nanoTime();
  private final int iterations;
  private int iteration;
  private Mask mask;
  private Optional<Mask> news = Optional.empty();

  /** Has the child begin. */
  ChildTraining(ChildTrainer trainer, TrainingRequest training, ProgressListener listener) {
    this.trainer = trainer;
    this.layout = trainer.layout();
    this.listener = listener;
    this.frozen = training.ticket().frozen();
    Frame answer =
        trainer.ask(
            () -> WireFormat.begin(training, trainer.checkpointEvery(), listener.origin()),
            since,
            frame -> true);
    Message message = WireFormat.message(answer);
    if (!(message instanceof Message.Begun begun)) {
      throw ChildRefused.by(message);
    }
    this.iteration = begun.iteration();
    this.iterations = begun.iterations();
    this.mask = WireFormat.mask(layout, answer).orElseThrow();
  }

  @Override
  public int iteration() {
    return iteration;
  }

  @Override
  public int iterations() {
    return iterations;
  }

  @Override
  public Mask mask() {
    return mask;
  }

  @Override
  public boolean trainUntil(int until) {
    Message message = WireFormat.message(ask(new Message.Proceed(until)));
    if (message instanceof Message.Reached reached) {
      iteration = reached.iteration();
      return reached.finite();
    }
    throw ChildRefused.by(message);
  }

  @Override
  public Weights weights() {
    return WireFormat.values(layout, ask(new Message.Look()));
  }

  @Override
  public void change(Mask other) {
    if (frozen) {
      throw new IllegalStateException("Frozen weights cannot change places with trained ones");
    }
    mask = other;
    news = Optional.of(other);
  }

  @Override
  public Outcome end() {
    Frame answer = ask(new Message.End());
    Message message = WireFormat.message(answer);
    if (message instanceof Message.Done done) {
      return WireFormat.trained(layout, done, answer);
    }
    if (message instanceof Message.Diverged diverged) {
      return WireFormat.diverged(layout, diverged, answer);
    }
    throw ChildRefused.by(message);
  }

  private Frame ask(Message message) {
    Frame question = WireFormat.frame(message);
    Frame whole = news.map(some -> WireFormat.with(question, some)).orElse(question);
    news = Optional.empty();
    return trainer.ask(() -> whole, since, this::hears);
  }

  /** Passes on what is said on the way; true of an answer's last word. */
  private boolean hears(Frame frame) {
    Message message = WireFormat.message(frame);
    if (message instanceof Message.Progress progress) {
      listener.evaluated(progress.point(), progress.iterations());
      return false;
    }
    if (message instanceof Message.Saved saved) {
      listener.passed(saved.iteration(), () -> WireFormat.checkpoint(saved, frame));
      return false;
    }
    return !(message instanceof Message.Beat);
  }
}
