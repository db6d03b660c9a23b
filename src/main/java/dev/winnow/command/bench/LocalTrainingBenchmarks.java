package dev.winnow.command.bench;

import dev.winnow.architecture.LayerSpec;
import dev.winnow.command.bench.contender.Contender;
import dev.winnow.command.bench.contender.MatrixProduct;
import dev.winnow.command.bench.dl4j.Dl4jContenders;
import dev.winnow.dataset.Dataset;
import dev.winnow.dataset.ImageCache;
import dev.winnow.dataset.Images;
import dev.winnow.engine.LocalEngine;
import dev.winnow.engine.TrialSetup;
import dev.winnow.engine.loop.TrainingSetup;
import dev.winnow.lottery.Ticket;
import dev.winnow.network.Network;
import dev.winnow.network.Networks;
import dev.winnow.network.PixelReader;
import dev.winnow.training.ComputePath;
import dev.winnow.training.ResolvedPlan;
import dev.winnow.training.TrainingPlan;
import dev.winnow.training.TrainingPlans;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Takes the trainings of {@link LocalEngine} apart. */
final class LocalTrainingBenchmarks implements TrainingBenchmarks {
  private final TrialSetup setup;
  private final Dataset dataset;
  private final ImageCache images;
  private final TrainingPlans plans;
  private final Map<ComputePath, Networks> networks = new EnumMap<>(ComputePath.class);

  /**
   * @param setup its plan's choice of path is not read
   */
  LocalTrainingBenchmarks(
      TrialSetup setup, Dataset dataset, ImageCache images, TrainingPlans plans) {
    this.setup = setup;
    this.dataset = dataset;
    this.images = images;
    this.plans = plans;
  }

  @Override
  public Contender iteration(Ticket ticket, ComputePath path) {
    return StepBenchmark.iterations(trainingSetup(), network(ticket, path));
  }

  @Override
  public Contender evaluation(Ticket ticket, ComputePath path) {
    return StepBenchmark.evaluations(trainingSetup().validation(), network(ticket, path));
  }

  @Override
  public Contender stockIteration(Ticket ticket) {
    PixelReader reader = new PixelReader(numbers(), dataset.shape().size());
    return Dl4jContenders.iteration(
        setup.layers(), trainingSetup(), ticket, images().training(), reader);
  }

  @Override
  public NetworkContenders network(List<LayerSpec> layers, TrainingPlan chosen, Ticket ticket) {
    TrialSetup random = setup.of(layers, chosen);
    ResolvedPlan plan = plans.resolve(chosen);
    RandomImages pictures = new RandomImages(setup.seed());
    Network network =
        LocalEngine.networks(plan, random, pictures.numbers(), pictures.images()).of(ticket);
    TrainingSetup training = LocalEngine.trainingSetup(plan, random, pictures.images());
    return new NetworkContenders(
        StepBenchmark.iterations(training, network),
        StepBenchmark.evaluations(training.test(), network));
  }

  @Override
  public Contender stockConv2() {
    return Dl4jContenders.conv2(setup.plan().batchSize());
  }

  @Override
  public Contender product(MatrixProduct product) {
    return Dl4jContenders.product(product);
  }

  private TrainingSetup trainingSetup() {
    return LocalEngine.trainingSetup(plans.resolve(setup.plan()), setup, images());
  }

  /** Read when they are first needed: networks of convolutions do without. */
  private Images images() {
    return images.open(dataset);
  }

  private float[] numbers() {
    return setup.dataset().normalisation().table(dataset);
  }

  private Network network(Ticket ticket, ComputePath path) {
    return networks.computeIfAbsent(path, this::networks).of(ticket);
  }

  private Networks networks(ComputePath path) {
    TrialSetup onPath = setup.of(setup.layers(), setup.plan().on(path));
    return LocalEngine.networks(plans.resolve(onPath.plan()), onPath, numbers(), images());
  }
}
