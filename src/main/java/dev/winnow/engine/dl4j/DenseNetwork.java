package dev.winnow.engine.dl4j;

import dev.winnow.dataset.Samples;
import dev.winnow.engine.loop.MaskedOptimizer;
import dev.winnow.engine.loop.Network;
import dev.winnow.engine.loop.NetworkState;
import dev.winnow.lottery.Ticket;
import dev.winnow.training.Optimizer;
import java.util.List;
import java.util.stream.Stream;

/**
 * The dense path: DL4J computes the gradient of all weights, pruned or not, and one pass over flat
 * arrays does the masked update.
 */
final class DenseNetwork implements Network {
  private final Dl4jNetwork network;
  private final Samples training;
  private final MaskedOptimizer optimizer;
  private final float[] values;
  private final float[] gradient;

  /** The network at the ticket's start, with an optimizer in its first state. */
  DenseNetwork(Dl4jNetwork network, Samples training, Ticket ticket, Optimizer optimizer) {
    this.network = network;
    this.training = training;
    this.optimizer = MaskedOptimizer.of(optimizer, ticket.mask());
    this.values = ticket.start().values();
    this.gradient = new float[values.length];
    network.setValues(values);
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
    double loss = network.gradient(training, batch, gradient);
    network.updateStatistics(values, gradient);
    optimizer.update(values, gradient, 1f / batch.length, share);
    network.setValues(values);
    return loss;
  }

  @Override
  public float[] logits(Samples samples, int[] examples) {
    return network.logits(samples, examples);
  }

  @Override
  public float[] values() {
    return values.clone();
  }

  @Override
  public NetworkState state() {
    return new NetworkState(
        Stream.concat(Stream.of(values), optimizer.memory().stream())
            .map(array -> array.clone())
            .toList());
  }

  @Override
  public void resume(NetworkState state, int updates) {
    System.arraycopy(state.values(), 0, values, 0, values.length);
    List<float[]> memory = optimizer.memory();
    for (int i = 0; i < memory.size(); i++) {
      System.arraycopy(state.memory().get(i), 0, memory.get(i), 0, values.length);
    }
    optimizer.resume(updates);
    network.setValues(values);
  }
}
