package dev.winnow.lottery;

import dev.winnow.architecture.Weights;
import dev.winnow.training.LearningCurve;
import dev.winnow.training.LearningCurve.Point;
import dev.winnow.training.LearningCurve.Score;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Trains by a formula: each kept value moves by an amount that depends on its place, its value and
 * the density of the network.
 */
final class FormulaTrainer implements Trainer {
  /** The density at which training diverges, if ever. */
  double divergesAt = -1;

  /** What was asked for, in order. */
  final List<Training> asked = new ArrayList<>();

  @Override
  public Outcome train(Training training, ProgressListener listener) {
    asked.add(training);
    Ticket ticket = training.ticket();
    if (ticket.mask().density() == divergesAt) {
      return new Diverged(1, "It was told to", new LearningCurve(List.of()), 0, "formula");
    }
    Weights trained = after(ticket, 10);
    Map<Integer, Weights> kept =
        training.keep().stream().collect(Collectors.toMap(k -> k, k -> after(ticket, k)));
    Score score = new Score(1, 0.5);
    Measurement measured = new Measurement(1, score, score, new BitSet());
    LearningCurve curve = new LearningCurve(List.of(new Point(1, score, Optional.of(score))));
    Optional<OptimizerMemory> memory =
        training.keepsMemory()
            ? Optional.of(new OptimizerMemory(10 * asked.size(), List.of(slopes(ticket))))
            : Optional.empty();
    return new Trained(trained, kept, memory, curve, measured, measured, 0, "formula");
  }

  /** The weights after an iteration, of which there are ten. */
  static Weights after(Ticket ticket, int iteration) {
    float[] values = ticket.start().values();
    for (int i = 0; i < values.length; i++) {
      values[i] +=
          0.03f
              * iteration
              * (float) StrictMath.sin(i + 3 * values[i] + 9 * ticket.mask().density());
    }
    return ticket.mask().choose(new Weights(ticket.mask().layout(), values), ticket.start());
  }

  /** Depends on mask and weights alone. */
  @Override
  public Weights gradient(Ticket ticket, Objective objective) {
    return slopes(ticket);
  }

  /** As {@link #gradient}. */
  static Weights slopes(Ticket ticket) {
    float[] values = ticket.start().values();
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) StrictMath.sin(i + 2 * values[i]);
    }
    return ticket.mask().apply(new Weights(ticket.mask().layout(), values));
  }

  @Override
  public String signature() {
    return "formula";
  }

  @Override
  public String dataChecksum() {
    return "none";
  }

  @Override
  public void close() {}
}
