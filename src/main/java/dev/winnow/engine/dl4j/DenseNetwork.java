package dev.winnow.engine.dl4j;

import dev.winnow.dataset.Samples;
import dev.winnow.lottery.Ticket;
import dev.winnow.network.MaskFactors;
import dev.winnow.network.Network;
import dev.winnow.network.NetworkState;
import dev.winnow.training.ParameterUpdater;
import dev.winnow.training.ResolvedPlan;
import dev.winnow.training.Variables;
import java.util.List;
import java.util.stream.Stream;

/**
 * The dense path: DL4J computes the gradient of all weights, pruned or not, and one pass over flat
 * arrays does the masked update.
 */
final class DenseNetwork implements Network {
  private final Dl4jNetwork network;
  private final Samples training;
  private final ParameterUpdater learner;

  /** The network at the ticket's start, with an optimizer in its first state. */
  DenseNetwork(Dl4jNetwork network, Samples training, Ticket ticket, ResolvedPlan plan) {
    this.network = network;
    this.training = training;
    List<Variables.Range> ranges =
        ticket.mask().layout().places().stream()
            .map(
                place ->
                    new Variables.Range(place.offset(), place.end(), place.tensor().prunable()))
            .toList();
    float[] factors = MaskFactors.of(ticket.mask());
    this.learner = plan.learner(new Variables(ticket.start().values(), factors, ranges));
    network.setValues(learner.values());
  }

  @Override
  public String path() {
    return "dl4j";
  }

  @Override
  public int classes() {
    return network.classes();
  }

  @Override
  public void at(int iteration) {
    network.at(iteration);
  }

  @Override
  public double step(int[] batch, double share) {
    double loss = network.gradient(training, batch, learner.gradient());
    network.updateStatistics(learner.values(), learner.gradient());
    learner.update(1f / batch.length, share);
    network.setValues(learner.values());
    return loss;
  }

  @Override
  public float[] gradient(int[] batch) {
    network.gradient(training, batch, learner.gradient());
    network.clearStatistics(learner.gradient());
    return learner.maskedGradient(1f / batch.length);
  }

  @Override
  public float[] logits(Samples samples, int[] examples) {
    return network.logits(samples, examples);
  }

  @Override
  public float[] values() {
    return learner.values().clone();
  }

  @Override
  public NetworkState state() {
    return new NetworkState(
        Stream.concat(Stream.of(learner.values()), learner.memory().stream())
            .map(array -> array.clone())
            .toList());
  }

  @Override
  public void resume(NetworkState state, int updates) {
    copy(state.values(), learner.values());
    List<float[]> memory = learner.memory();
    for (int i = 0; i < memory.size(); i++) {
      copy(state.memory().get(i), memory.get(i));
    }
    learner.resume(updates);
    network.setValues(learner.values());
  }

  private static void copy(float[] from, float[] to) {
    System.arraycopy(from, 0, to, 0, to.length);
  }
}
