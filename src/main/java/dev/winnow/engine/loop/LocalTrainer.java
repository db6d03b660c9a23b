package dev.winnow.engine.loop;

import dev.winnow.architecture.ParameterLayout;
import dev.winnow.architecture.Weights;
import dev.winnow.lottery.GradientComputer;
import dev.winnow.lottery.Objective;
import dev.winnow.lottery.ProgressListener;
import dev.winnow.lottery.Ticket;
import dev.winnow.lottery.Trainer;
import dev.winnow.lottery.TrainingRequest;
import dev.winnow.lottery.TrainingSession;
import dev.winnow.network.Networks;

/** Trains the tickets of one trial in this process, on the calling thread. */
public final class LocalTrainer implements Trainer {
  private final TrainingSetup trainingSetup;
  private final ParameterLayout layout;
  private final Networks networks;
  private final GradientComputer gradients;
  private final String dataChecksum;

  public LocalTrainer(
      TrainingSetup trainingSetup,
      ParameterLayout layout,
      Networks networks,
      GradientComputer gradients,
      String dataChecksum) {
    this.trainingSetup = trainingSetup;
    this.layout = layout;
    this.networks = networks;
    this.gradients = gradients;
    this.dataChecksum = dataChecksum;
  }

  @Override
  public TrainingSession begin(TrainingRequest training, ProgressListener listener) {
    check(training.ticket());
    return trainingSetup.begin(networks::of, training, listener);
  }

  @Override
  public Weights gradient(Ticket ticket, Objective objective) {
    check(ticket);
    return gradients.gradient(ticket, objective);
  }

  private void check(Ticket ticket) {
    ParameterLayout given = ticket.mask().layout();
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
