package dev.winnow.lottery;

import dev.winnow.architecture.Weights;
import java.util.ArrayList;
import java.util.List;

/**
 * Trains by a formula: each kept value moves by an amount that depends on its place, its value and
 * the density of the network.
 */
public final class FormulaTrainer implements Trainer {
  /** The density at which training diverges, if ever. */
  public double divergesAt = -1;

  /** What was asked for, in order. */
  public final List<TrainingRequest> asked = new ArrayList<>();

  @Override
  public TrainingSession begin(TrainingRequest training, ProgressListener listener) {
    asked.add(training);
    if (listener instanceof MemoryJournal.Watch watch) {
      watch.began(training.ticket());
    }
    return new FormulaSession(training, asked.size(), divergesAt);
  }

  /** The weights after an iteration, of which there are ten. */
  public static Weights after(Ticket ticket, int iteration) {
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
  public static Weights slopes(Ticket ticket) {
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
