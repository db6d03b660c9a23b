package dev.winnow.engine;

import dev.winnow.lottery.Checkpoint;
import dev.winnow.lottery.Outcome;
import dev.winnow.lottery.ProgressListener;
import dev.winnow.lottery.Ticket;
import dev.winnow.lottery.Trainer;
import dev.winnow.lottery.TrainingRequest;
import dev.winnow.training.LearningCurve.Point;
import java.util.Optional;
import java.util.function.Supplier;

/** Stops a training after one of its iterations and keeps the checkpoint made there. */
final class Interruption implements ProgressListener {
  private static final class Stop extends RuntimeException {}

  private final Optional<Checkpoint> origin;
  private final int last;
  private Optional<Checkpoint> checkpoint = Optional.empty();

  private Interruption(Optional<Checkpoint> origin, int last) {
    this.origin = origin;
    this.last = last;
  }

  static Checkpoint after(int last, Trainer trainer, Ticket ticket, Optional<Checkpoint> origin) {
    return after(last, trainer, TrainingRequest.full(ticket), origin);
  }

  static Checkpoint after(
      int last, Trainer trainer, TrainingRequest training, Optional<Checkpoint> origin) {
    Interruption interruption = new Interruption(origin, last);
    try {
      trainer.train(training, interruption);
    } catch (Stop stopped) {
      return interruption.checkpoint.orElseThrow();
    }
    throw new AssertionError("The training came to its end before iteration " + last);
  }

  static Outcome resume(Trainer trainer, Ticket ticket, Checkpoint origin) {
    return resume(trainer, TrainingRequest.full(ticket), origin);
  }

  static Outcome resume(Trainer trainer, TrainingRequest training, Checkpoint origin) {
    return trainer.train(training, new Interruption(Optional.of(origin), Integer.MAX_VALUE));
  }

  @Override
  public Optional<Checkpoint> origin() {
    return origin;
  }

  @Override
  public void evaluated(Point point, int iterations) {}

  @Override
  public void passed(int iteration, Supplier<Checkpoint> here) {
    if (iteration == last) {
      checkpoint = Optional.of(here.get());
      throw new Stop();
    }
  }
}
