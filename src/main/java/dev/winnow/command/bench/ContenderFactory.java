package dev.winnow.command.bench;

import dev.winnow.architecture.Initialisation;
import dev.winnow.architecture.Initialisations;
import dev.winnow.architecture.LayerSpec;
import dev.winnow.architecture.ParameterLayout;
import dev.winnow.architecture.Weights;
import dev.winnow.catalog.Choice;
import dev.winnow.command.bench.contender.Contender;
import dev.winnow.command.bench.contender.FmaPeak;
import dev.winnow.dataset.Dataset;
import dev.winnow.dataset.DatasetChoice;
import dev.winnow.dataset.DatasetProperties;
import dev.winnow.dataset.DatasetUnavailable;
import dev.winnow.dataset.Datasets;
import dev.winnow.dataset.ImageCache;
import dev.winnow.dataset.Normalisation;
import dev.winnow.engine.TrialSetup;
import dev.winnow.lottery.Mask;
import dev.winnow.lottery.Ticket;
import dev.winnow.random.RandomStream;
import dev.winnow.training.ComputePath;
import dev.winnow.training.Step;
import dev.winnow.training.TestEvaluation;
import dev.winnow.training.TrainingPlan;
import dev.winnow.training.TrainingPlans;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/**
 * The contenders of this process, each made when it is first asked for. Of the networks of
 * convolutions there is one at a time: all together would need several GB.
 */
final class ContenderFactory {
  /** Images of one evaluation. */
  static final int VALIDATION = 5000;

  /** The most that the core can do. */
  static final String PEAK = "peak";

  private static final long SEED = 1;

  private final PaperRounds paper = PaperRounds.lenet();
  private final Dataset dataset;
  private final Weights initial;
  private final Initialisations initialisations;
  private final Map<Normalisation, TrainingBenchmarks> benchmarks =
      new EnumMap<>(Normalisation.class);
  private final Map<String, Contender> contenders = new HashMap<>();
  private final Map<BenchNetwork, NetworkContenders> networks = new EnumMap<>(BenchNetwork.class);

  /**
   * @param data the data set's name; without it MNIST where its files are, else glyphs
   */
  ContenderFactory(DatasetProperties properties, Optional<String> data) {
    try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
      context.registerBean(DatasetProperties.class, () -> properties);
      context.scan(
          Dataset.class.getPackageName(),
          Initialisation.class.getPackageName(),
          TrainingPlans.class.getPackageName());
      context.refresh();
      Datasets datasets = context.getBean(Datasets.class);
      dataset = datasets.get(data.orElseGet(() -> available(datasets)));
      initialisations = context.getBean(Initialisations.class);
      initial = initialWeights(ParameterLayout.of(paper.layers()));
      ImageCache images = context.getBean(ImageCache.class);
      TrainingPlans plans = context.getBean(TrainingPlans.class);
      for (Normalisation normalisation : Normalisation.values()) {
        benchmarks.put(
            normalisation,
            new LocalTrainingBenchmarks(setup(normalisation), dataset, images, plans));
      }
    }
  }

  private static String available(Datasets datasets) {
    try {
      datasets.get("mnist").source();
      return "mnist";
    } catch (DatasetUnavailable e) {
      return "glyphs";
    }
  }

  private Weights initialWeights(ParameterLayout layout) {
    Choice choice = Choice.of("glorot-normal");
    return initialisations
        .get(choice.name())
        .draw(layout, choice, tensor -> RandomStream.of(SEED, "initialisation", tensor));
  }

  private TrialSetup setup(Normalisation normalisation) {
    DatasetChoice choice = new DatasetChoice(dataset.name(), VALIDATION, normalisation);
    return new TrialSetup(choice, paper.layers(), plan(PaperRounds.BATCH), SEED);
  }

  private static TrainingPlan plan(int batch) {
    Choice adam =
        new Choice(
            "adam",
            Map.of(
                "learningRate",
                "0.0012",
                "beta1",
                "0.9",
                "beta2",
                "0.999",
                "epsilon",
                "0.00000001",
                "weightDecay",
                "0"));
    return new TrainingPlan(
        adam,
        batch,
        Step.parse("50000it"),
        Step.parse("100it"),
        TestEvaluation.BEST_AND_LAST,
        ComputePath.AUTO,
        Choice.of("constant"),
        Step.START);
  }

  String data() {
    return dataset.name();
  }

  /**
   * @param name kind alone, with a product, a {@link LenetContender}'s, or a network: {@code
   *     stock-conv2}, {@code sgemm/peak}, {@code auto/9/none}, {@code resnet-20}, {@code
   *     resnet-20/evaluation}
   * @throws IllegalArgumentException if there is no such contender
   */
  Contender get(String name) {
    String[] words = name.split("/", 2);
    return BenchNetwork.isOne(words[0])
        ? network(BenchNetwork.of(words[0])).get(words.length > 1)
        : contenders.computeIfAbsent(name, this::make);
  }

  private Contender make(String name) {
    String[] words = name.split("/", 2);
    return switch (words[0]) {
      case PEAK -> FmaPeak.contender();
      case "stock-conv2" -> usual().stockConv2();
      case "sgemm" -> usual().product(Products.get(words[1]));
      default -> lenet(LenetContender.of(name));
    };
  }

  private Contender lenet(LenetContender lenet) {
    TrainingBenchmarks some = Objects.requireNonNull(benchmarks.get(lenet.normalisation()));
    Ticket ticket = paper.ticket(lenet.round(), initial);
    return switch (lenet.kind()) {
      case "stock" -> some.stockIteration(ticket);
      case "dl4j" -> some.iteration(ticket, ComputePath.DL4J);
      case "dense" -> some.iteration(ticket, ComputePath.DENSE);
      case "auto" -> some.iteration(ticket, ComputePath.AUTO);
      case "sparse" -> some.iteration(ticket, ComputePath.SPARSE);
      case "evaluation" -> some.evaluation(ticket, ComputePath.AUTO);
      default ->
          throw new IllegalArgumentException("There is no contender \"" + lenet.name() + "\"");
    };
  }

  private NetworkContenders network(BenchNetwork network) {
    if (!networks.containsKey(network)) {
      networks.clear();
    }
    return networks.computeIfAbsent(network, this::make);
  }

  private NetworkContenders make(BenchNetwork network) {
    List<LayerSpec> layers = network.layers();
    Weights start = initialWeights(ParameterLayout.of(layers));
    Ticket ticket = new Ticket(Mask.dense(start.layout()), start);
    return usual().network(layers, plan(network.batch()), ticket);
  }

  private TrainingBenchmarks usual() {
    return Objects.requireNonNull(benchmarks.get(Normalisation.MEAN_STD));
  }
}
