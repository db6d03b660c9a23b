package dev.winnow.lottery;

import dev.winnow.architecture.Layout;
import dev.winnow.architecture.Weights;
import dev.winnow.training.LearningCurve;
import dev.winnow.training.LearningCurve.Point;
import dev.winnow.training.LearningCurve.Score;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Trains by a formula: each kept value moves by an amount that depends on its place, its value and
 * the density of the network.
 */
final class FormulaTrainer implements Trainer {
  /** The density at which training diverges, if ever. */
  double divergesAt = -1;

  @Override
  public Outcome train(Ticket ticket, ProgressListener listener) {
    if (ticket.mask().density() == divergesAt) {
      return new Diverged(1, "It was told to", new LearningCurve(List.of()), 0, "formula");
    }
    Layout layout = ticket.start().layout();
    float[] values = ticket.start().values();
    for (int i = 0; i < values.length; i++) {
      values[i] += 0.3f * (float) StrictMath.sin(i + 3 * values[i] + 9 * ticket.mask().density());
    }
    Weights trained = ticket.mask().apply(new Weights(layout, values));
    Score score = new Score(1, 0.5);
    Measurement measured = new Measurement(1, score, score, new BitSet());
    LearningCurve curve = new LearningCurve(List.of(new Point(1, score, Optional.of(score))));
    return new Trained(trained, curve, measured, measured, 0, "formula");
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
