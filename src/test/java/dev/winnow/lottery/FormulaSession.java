package dev.winnow.lottery;

import dev.winnow.architecture.Weights;
import dev.winnow.training.LearningCurve;
import dev.winnow.training.LearningCurve.Point;
import dev.winnow.training.LearningCurve.Score;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What {@link FormulaTrainer} does: ten iterations, each by the formula. */
final class FormulaSession implements TrainingSession {
  private static final int ITERATIONS = 10;

  private final TrainingRequest training;
  private final int number;
  private final double divergesAt;
  private Ticket ticket;
  private int since;
  private int iteration;

  FormulaSession(TrainingRequest training, int number, double divergesAt) {
    this.training = training;
    this.number = number;
    this.divergesAt = divergesAt;
    this.ticket = training.ticket();
    this.iteration = training.from();
  }

  @Override
  public int iteration() {
    return iteration;
  }

  @Override
  public int iterations() {
    return ITERATIONS;
  }

  @Override
  public Mask mask() {
    return ticket.mask();
  }

  @Override
  public boolean trainUntil(int until) {
    if (until < iteration || until > ITERATIONS) {
      throw new IllegalArgumentException("until is " + until);
    }
    iteration = until;
    return !diverges();
  }

  private boolean diverges() {
    return ticket.mask().density() == divergesAt;
  }

  @Override
  public Weights weights() {
    return FormulaTrainer.after(ticket, iteration - since);
  }

  @Override
  public void change(Mask mask) {
    ticket = new Ticket(mask, mask.apply(weights()));
    since = iteration;
  }

  @Override
  public Outcome end() {
    Score score = new Score(1, 0.5);
    if (diverges()) {
      return new Diverged(mask(), 1, "It was told to", new LearningCurve(List.of()), 0, "formula");
    }
    Map<Integer, Weights> kept =
        training.keep().stream()
            .collect(Collectors.toMap(k -> k, k -> FormulaTrainer.after(training.ticket(), k)));
    Measurement measured = new Measurement(1, score, score, new BitSet());
    LearningCurve curve = new LearningCurve(List.of(new Point(1, score, Optional.of(score))));
    OptimizerMemory memory =
        new OptimizerMemory(10 * number, List.of(FormulaTrainer.slopes(ticket)));
    return new Trained(mask(), weights(), kept, memory, curve, measured, measured, 0, "formula");
  }
}
