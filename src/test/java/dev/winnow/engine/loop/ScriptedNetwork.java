package dev.winnow.engine.loop;

import dev.winnow.dataset.Samples;
import dev.winnow.network.Network;
import dev.winnow.network.NetworkState;
import java.util.ArrayList;
import java.util.List;

/**
 * A network of one weight and two classes whose loss after each iteration is written down: for an
 * example of class 0 and logits (z, 0) the cross-entropy is log(1 + exp(−z)).
 */
final class ScriptedNetwork implements Network {
  private final double[] losses;
  private int iteration;

  /** What {@link #step} returns in the iteration after which it is set. */
  double batchLoss = 1;

  /** The share of the learning rate in each iteration. */
  final List<Double> budgets = new ArrayList<>();

  float weight = 1;
  final List<int[]> batches = new ArrayList<>();
  int testsSeen;

  /**
   * @param losses the mean cross-entropy after iteration 0, 1, 2, …
   */
  ScriptedNetwork(double... losses) {
    this.losses = losses;
  }

  @Override
  public String path() {
    return "scripted";
  }

  @Override
  public int classes() {
    return 2;
  }

  @Override
  public double step(int[] batch, double share) {
    budgets.add(share);
    iteration++;
    batches.add(batch);
    return batchLoss;
  }

  @Override
  public float[] gradient(int[] batch) {
    throw new UnsupportedOperationException("Nothing is scripted of its gradient");
  }

  @Override
  public float[] logits(Samples samples, int[] examples) {
    if (samples.size() == TrainingRunTest.TEST_SIZE) {
      testsSeen++;
    }
    float[] logits = new float[2 * examples.length];
    for (int e = 0; e < examples.length; e++) {
      double loss = losses[iteration];
      logits[2 * e] = (float) (loss > 30 ? -loss : -Math.log(Math.expm1(loss)));
    }
    return logits;
  }

  @Override
  public float[] values() {
    return new float[] {weight, 0};
  }

  @Override
  public NetworkState state() {
    return new NetworkState(List.of(values()));
  }

  @Override
  public void resume(NetworkState state, int updates) {
    weight = state.values()[0];
    iteration = updates;
  }
}
