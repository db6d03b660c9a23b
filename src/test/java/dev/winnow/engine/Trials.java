package dev.winnow.engine;

import dev.winnow.architecture.Activation;
import dev.winnow.architecture.LayerSpec;
import dev.winnow.architecture.Layout;
import dev.winnow.architecture.Weights;
import dev.winnow.dataset.DatasetChoice;
import dev.winnow.dataset.Normalisation;
import dev.winnow.lottery.Mask;
import dev.winnow.lottery.Ticket;
import dev.winnow.random.RandomStream;
import dev.winnow.training.Optimizer;
import dev.winnow.training.PathChoice;
import dev.winnow.training.Step;
import dev.winnow.training.TestEvaluation;
import dev.winnow.training.TrainingPlan;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;

/** What tests train. */
public final class Trials {
  /** Fits {@link Blobs}. */
  public static final List<LayerSpec> SMALL = layers(9, 8, 6, 4);

  private Trials() {}

  public static List<LayerSpec> layers(int inputs, int first, int second, int classes) {
    return List.of(
        new LayerSpec.Dense("fc1", inputs, first, Activation.RELU),
        new LayerSpec.Dense("fc2", first, second, Activation.RELU),
        new LayerSpec.Dense("fc3", second, classes, Activation.IDENTITY));
  }

  public static Optimizer.Adam adam(String learningRate, String epsilon, String weightDecay) {
    return new Optimizer.Adam(
        new BigDecimal(learningRate),
        new BigDecimal("0.9"),
        new BigDecimal("0.999"),
        new BigDecimal(epsilon),
        new BigDecimal(weightDecay));
  }

  public static Optimizer.Sgd sgd(String learningRate, String momentum, String weightDecay) {
    return new Optimizer.Sgd(
        new BigDecimal(learningRate), new BigDecimal(momentum), new BigDecimal(weightDecay));
  }

  /** The small network on the blobs. */
  public static TrialSetup small(Optimizer optimizer, String budget, String evaluateEvery) {
    return new TrialSetup(
        new DatasetChoice("blobs", 40, Normalisation.MEAN_STD),
        SMALL,
        plan(optimizer, 10, budget, evaluateEvery),
        7);
  }

  public static TrainingPlan plan(
      Optimizer optimizer, int batchSize, String budget, String evaluateEvery) {
    return new TrainingPlan(
        optimizer,
        batchSize,
        Step.parse(budget),
        Step.parse(evaluateEvery),
        TestEvaluation.BEST_AND_LAST,
        PathChoice.AUTO);
  }

  /** The same plan on a path of its own. */
  public static TrainingPlan on(PathChoice path, TrainingPlan plan) {
    return plan.on(path);
  }

  /**
   * Keeps each weight with this probability; the start is Gaussian Glorot, and near what it is for
   * biases.
   */
  public static Ticket ticket(List<LayerSpec> layers, double density, long seed) {
    Layout layout = Layout.of(layers);
    RandomStream random = RandomStream.of(seed, "test-ticket");
    float[] start = new float[layout.size()];
    for (Layout.Place place : layout.places()) {
      double fans = place.tensor().fanIn() + place.tensor().fanOut();
      double deviation = place.tensor().prunable() ? Math.sqrt(2 / fans) : 0.1;
      for (int i = place.offset(); i < place.end(); i++) {
        start[i] = (float) (place.tensor().start() + deviation * random.nextGaussian());
      }
    }
    int[] kept =
        IntStream.range(0, layout.prunableSize())
            .filter(position -> random.nextDouble() < density)
            .toArray();
    return new Ticket(Mask.keeping(layout, kept), new Weights(layout, start));
  }
}
