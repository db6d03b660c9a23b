package dev.winnow.engine;

import dev.winnow.architecture.Activation;
import dev.winnow.architecture.LayerSpec;
import dev.winnow.architecture.ParameterLayout;
import dev.winnow.architecture.Weights;
import dev.winnow.catalog.Choice;
import dev.winnow.dataset.DatasetChoice;
import dev.winnow.dataset.Normalisation;
import dev.winnow.lottery.Mask;
import dev.winnow.lottery.Ticket;
import dev.winnow.random.RandomStream;
import dev.winnow.training.ComputePath;
import dev.winnow.training.ResolvedPlan;
import dev.winnow.training.Step;
import dev.winnow.training.TestEvaluation;
import dev.winnow.training.TrainingForTests;
import dev.winnow.training.TrainingPlan;
import dev.winnow.training.TrainingPlans;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What tests train. */
public final class Trials {
  /** Fits {@link Blobs}. */
  public static final List<LayerSpec> SMALL = layers(9, 8, 6, 4);

  public static final TrainingPlans PLANS = TrainingForTests.plans();

  private Trials() {}

  public static List<LayerSpec> layers(int inputs, int first, int second, int classes) {
    return List.of(
        new LayerSpec.Dense("fc1", inputs, first, Activation.RELU),
        new LayerSpec.Dense("fc2", first, second, Activation.RELU),
        new LayerSpec.Dense("fc3", second, classes, Activation.IDENTITY));
  }

  public static Choice adam(String learningRate, String epsilon, String weightDecay) {
    return new Choice(
        "adam",
        Map.of(
            "learningRate",
            learningRate,
            "beta1",
            "0.9",
            "beta2",
            "0.999",
            "epsilon",
            epsilon,
            "weightDecay",
            weightDecay));
  }

  public static Choice sgd(String learningRate, String momentum, String weightDecay) {
    return new Choice("sgd", momentum(learningRate, momentum, weightDecay));
  }

  public static Choice nesterov(String learningRate, String momentum, String weightDecay) {
    return new Choice("nesterov", momentum(learningRate, momentum, weightDecay));
  }

  private static Map<String, Object> momentum(
      String learningRate, String momentum, String weightDecay) {
    return Map.of("learningRate", learningRate, "momentum", momentum, "weightDecay", weightDecay);
  }

  /** The small network on the blobs. */
  public static TrialSetup small(Choice optimizer, String budget, String evaluateEvery) {
    return new TrialSetup(
        new DatasetChoice("blobs", 40, Normalisation.MEAN_STD),
        SMALL,
        plan(optimizer, 10, budget, evaluateEvery),
        7);
  }

  public static TrainingPlan plan(
      Choice optimizer, int batchSize, String budget, String evaluateEvery) {
    return new TrainingPlan(
        optimizer,
        batchSize,
        Step.parse(budget),
        Step.parse(evaluateEvery),
        TestEvaluation.BEST_AND_LAST,
        ComputePath.AUTO,
        Choice.of("constant"),
        Step.START);
  }

  /** A plan with what it names. */
  public static ResolvedPlan resolved(
      Choice optimizer, int batchSize, String budget, String evaluateEvery) {
    return PLANS.resolve(plan(optimizer, batchSize, budget, evaluateEvery));
  }

  /** The same plan on a path of its own. */
  public static TrainingPlan on(ComputePath path, TrainingPlan plan) {
    return plan.on(path);
  }

  /**
   * Keeps each weight with this probability; the start is Gaussian Glorot, and near what it is for
   * biases.
   */
  public static Ticket ticket(List<LayerSpec> layers, double density, long seed) {
    ParameterLayout layout = ParameterLayout.of(layers);
    RandomStream random = RandomStream.of(seed, "test-ticket");
    float[] start = new float[layout.size()];
    for (ParameterLayout.Place place : layout.places()) {
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
