package dev.winnow.engine.loop;

import dev.winnow.architecture.Layout;
import dev.winnow.architecture.Weights;
import dev.winnow.lottery.Gradients;
import dev.winnow.lottery.Objective;
import dev.winnow.lottery.ProgressListener;
import dev.winnow.lottery.Ticket;
import dev.winnow.lottery.Trainer;
import dev.winnow.lottery.Training;
import dev.winnow.lottery.TrainingSession;
import dev.winnow.network.Networks;

/** Sends the tickets of one trial over its course, in this process and on the calling thread. */
public final class LocalTrainer implements Trainer {
  private final TrainingSetup trainingSetup;
  private final Layout layout;
  private final Networks networks;
  private final Gradients gradients;
  private final String dataChecksum;

  public LocalTrainer(
      TrainingSetup trainingSetup,
      Layout layout,
      Networks networks,
      Gradients gradients,
      String dataChecksum) {
    this.trainingSetup = trainingSetup;
    this.layout = layout;
    this.networks = networks;
    this.gradients = gradients;
    this.dataChecksum = dataChecksum;
  }

  @Override
  public TrainingSession begin(Training training, ProgressListener listener) {
    check(training.ticket());
    return trainingSetup.begin(networks::of, training, listener);
  }

  @Override
  public Weights gradient(Ticket ticket, Objective objective) {
    check(ticket);
    return gradients.gradient(ticket, objective);
  }

  private void check(Ticket ticket) {
    Layout given = ticket.mask().layout();
    if (!given.equals(layout)) {
      throw new IllegalArgumentException(
          "The ticket's tensors are %s, this trainer's %s".formatted(given, layout));
    }
  }

  @Override
  public String signature() {
    return networks.signature();
  }

  @Override
  public String dataChecksum() {
    return dataChecksum;
  }

  @Override
  public void close() {
    networks.close();
  }
}
