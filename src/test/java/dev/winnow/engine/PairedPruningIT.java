package dev.winnow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.architecture.Initialisations;
import dev.winnow.architecture.LayerSpec;
import dev.winnow.catalog.Choice;
import dev.winnow.dataset.DatasetChoice;
import dev.winnow.dataset.Normalisation;
import dev.winnow.dataset.Samples;
import dev.winnow.dataset.Split;
import dev.winnow.engine.loop.GradientSource;
import dev.winnow.engine.loop.LocalTrainer;
import dev.winnow.engine.loop.TrainingSetup;
import dev.winnow.kernels.OneOffKernels;
import dev.winnow.lottery.Arms;
import dev.winnow.lottery.MemoryJournal;
import dev.winnow.lottery.Methods;
import dev.winnow.lottery.OptimizerStateMode;
import dev.winnow.lottery.Plan;
import dev.winnow.lottery.PruningPlan;
import dev.winnow.lottery.PruningStrategy;
import dev.winnow.lottery.RemovalRates;
import dev.winnow.lottery.RewindMode;
import dev.winnow.lottery.RewindPoint;
import dev.winnow.lottery.Scope;
import dev.winnow.lottery.Tickets;
import dev.winnow.lottery.Trainer;
import dev.winnow.lottery.TrialStatus;
import dev.winnow.lottery.arm.ArmsForTests;
import dev.winnow.lottery.method.MethodsForTests;
import dev.winnow.network.PixelReader;
import dev.winnow.network.pure.PureNetworks;
import dev.winnow.network.pure.SparseImagesCache;
import dev.winnow.network.pure.TrainingImages;
import dev.winnow.training.ComputePath;
import dev.winnow.training.Step;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** Whole experiments on each path: a network on the glyphs, trained, pruned and rewound. */
class PairedPruningIT {
  private static final int ROUNDS = 2;
  private static final List<LayerSpec> LAYERS = Trials.layers(784, 100, 50, 10);
  private static final GlyphImages GLYPHS = GlyphImages.open();

  private static final Methods METHODS = MethodsForTests.all();
  private static final Arms ARMS = ArmsForTests.all();
  private static final Initialisations INITIALISATIONS = initialisations();
  private static final PruningPlan PLAN =
      new PruningPlan(
          PruningStrategy.ITERATIVE,
          Choice.of("magnitude"),
          Scope.LAYERWISE,
          new RemovalRates(new BigDecimal("0.6"), new BigDecimal("0.6"), new BigDecimal("0.3")),
          ROUNDS);

  private static Initialisations initialisations() {
    try (var context = new AnnotationConfigApplicationContext("dev.winnow.architecture")) {
      return context.getBean(Initialisations.class);
    }
  }

  @Test
  void at_every_round_both_paths_of_pure_java_are_as_accurate_as_dl4j_and_wrong_kernels_are_not() {
    List<MemoryJournal> dl4j = experiments(5, seed -> trainer(ComputePath.DL4J, seed));
    List<MemoryJournal> pure = experiments(5, seed -> trainer(ComputePath.AUTO, seed));
    List<MemoryJournal> sparse = experiments(5, seed -> trainer(ComputePath.SPARSE, seed));
    List<MemoryJournal> wrong = experiments(1, PairedPruningIT::oneOff);
    assertThat(dl4j).allMatch(journal -> journal.trained(0).path().equals("dl4j"));
    assertThat(pure).allMatch(journal -> journal.trained(0).path().equals("dense"));
    assertThat(differences(pure, dl4j)).allMatch(points -> points <= 0.3);
    assertThat(sparse).allMatch(journal -> journal.trained(0).path().equals("sparse"));
    assertThat(differences(sparse, dl4j)).allMatch(points -> points <= 0.3);
    assertThat(differences(wrong, dl4j)).allMatch(points -> points > 0.3);
  }

  /** For each round the mean difference in test accuracy, regardless of its sign, in points. */
  private static List<Double> differences(List<MemoryJournal> some, List<MemoryJournal> others) {
    return IntStream.rangeClosed(0, ROUNDS)
        .mapToObj(round -> 100 * Math.abs(meanDifference(some, others, round)))
        .toList();
  }

  private static double meanDifference(
      List<MemoryJournal> some, List<MemoryJournal> others, int round) {
    return IntStream.range(0, some.size())
        .mapToDouble(i -> accuracy(some.get(i), round) - accuracy(others.get(i), round))
        .average()
        .orElseThrow();
  }

  private static double accuracy(MemoryJournal journal, int round) {
    return journal.trained(round).atEnd().test().accuracy();
  }

  private List<MemoryJournal> experiments(int seeds, LongFunction<Trainer> trainers) {
    return LongStream.rangeClosed(1, seeds)
        .mapToObj(seed -> experiment(seed, trainers.apply(seed)))
        .toList();
  }

  private MemoryJournal experiment(long seed, Trainer trainer) {
    Tickets tickets =
        new Tickets(
            setup(ComputePath.AUTO, seed).layout(),
            INITIALISATIONS.get("glorot-normal"),
            Choice.of("glorot-normal"),
            ARMS,
            seed);
    MemoryJournal journal = new MemoryJournal();
    try (trainer) {
      TrialStatus status = METHODS.get("imp").advance(plan(seed), tickets, journal, trainer);
      assertThat(status).isEqualTo(TrialStatus.FINISHED);
    }
    return journal;
  }

  private static Plan plan(long seed) {
    TrialSetup setup = setup(ComputePath.AUTO, seed);
    RewindPoint start = new RewindPoint(Step.START, RewindMode.WEIGHTS, OptimizerStateMode.RESET);
    return new Plan(
        Choice.of("imp"),
        PLAN,
        start,
        List.of(),
        setup.plan(),
        setup.layout(),
        new Plan.Data(1000, 1000 / setup.plan().batchSize()));
  }

  private static Trainer trainer(ComputePath path, long seed) {
    return LocalEngine.open(Trials.PLANS, setup(path, seed), GLYPHS.dataset(), GLYPHS.images());
  }

  private static TrialSetup setup(ComputePath path, long seed) {
    return new TrialSetup(
        new DatasetChoice("glyphs", 1000, Normalisation.MEAN_STD),
        LAYERS,
        Trials.on(
            path,
            Trials.plan(
                Trials.adam("0.0012", "1e-8", "0"),
                60,
                System.getProperty("budget", "600it"),
                "1000it")),
        seed);
  }

  /** What the engine opens, with wrong kernels. */
  private static Trainer oneOff(long seed) {
    TrialSetup setup = setup(ComputePath.AUTO, seed);
    Samples samples = GLYPHS.images().training();
    float[] numbers = setup.dataset().normalisation().table(GLYPHS.dataset());
    Split split = Split.of(seed, samples.size(), setup.dataset().validation());
    PureNetworks networks =
        new PureNetworks(
            LAYERS,
            Trials.PLANS.resolve(setup.plan()),
            new TrainingImages(
                samples, new PixelReader(numbers, 784), SparseImagesCache.of(samples, numbers)),
            new OneOffKernels());
    return new LocalTrainer(
        TrainingSetup.of(Trials.PLANS.resolve(setup.plan()), split, GLYPHS.images()),
        setup.layout(),
        networks,
        new GradientSource(LAYERS, split, (layers, count) -> networks),
        "glyphs");
  }
}
