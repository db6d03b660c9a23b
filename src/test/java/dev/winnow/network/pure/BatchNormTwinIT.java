package dev.winnow.network.pure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.architecture.LayerSpec;
import dev.winnow.architecture.TensorSpec;
import dev.winnow.catalog.Choice;
import dev.winnow.engine.DoubleTwin;
import dev.winnow.engine.Learner;
import dev.winnow.engine.Lesson;
import dev.winnow.engine.MapTrials;
import dev.winnow.engine.Trials;
import dev.winnow.engine.dl4j.StockMapLearner;
import dev.winnow.network.MaskFactors;
import dev.winnow.training.Step;
import dev.winnow.training.TrainingPlan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The source of the engine, read as doubles, against DL4J's own convolutions, batch normalisation,
 * pooling and dense layers in doubles.
 */
class BatchNormTwinIT {
  private static final int STEPS = 5;
  private static final Set<String> ONLY_IN_AVERAGED =
      Set.of("AveragePoolLayer", "Winograd", "MapTiles", "PlainWinogradTransforms");
  private static final Map<List<LayerSpec>, List<double[]>> EXPECTED = new HashMap<>();

  private final Path classes;

  BatchNormTwinIT(@TempDir Path classes) {
    this.classes = classes;
  }

  @BeforeAll
  static void askDl4j() {
    for (List<LayerSpec> layers : List.of(MapTrials.NORMALISED, MapTrials.AVERAGED)) {
      Lesson lesson = lesson(layers, 0.5);
      EXPECTED.put(layers, numbers(lesson, new StockMapLearner(lesson)));
    }
  }

  private static Lesson lesson(List<LayerSpec> layers, double density) {
    return lesson(
        layers, density, Trials.plan(Trials.sgd("0.1", "0", "0"), MapTrials.BATCH, "5it", "5it"));
  }

  private static Lesson lesson(List<LayerSpec> layers, double density, TrainingPlan plan) {
    return new Lesson(
        layers,
        Trials.ticket(layers, density, 4),
        plan,
        MapTrials.SAMPLES,
        pixel -> (pixel - 100) / 80.0);
  }

  @ParameterizedTest
  @CsvSource({"NORMALISED,1", "NORMALISED,0.5", "AVERAGED,1", "AVERAGED,0.5"})
  void losses_gradients_running_statistics_and_logits_are_those_of_stock_dl4j(
      String name, double density) {
    List<LayerSpec> layers = name.equals("AVERAGED") ? MapTrials.AVERAGED : MapTrials.NORMALISED;
    Lesson lesson = lesson(layers, density);
    List<double[]> stock = numbers(lesson, new StockMapLearner(lesson));
    List<double[]> twin = numbers(lesson, DoubleTwin.ofSource().compiledTo(classes).apply(lesson));
    assertThat(error(twin, stock)).isLessThan(1e-11);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          BatchNormLayer | KEPT * values[v]          | 0.91 * values[v]
          BatchNormLayer | ADDED * mean[c]           | 0.11 * mean[c]
          PlainNorms     | (value - norm.mean(channel)) * norm | value * norm
          PlainNorms     | (slope - norm.slope(c)    | (slope
          PlainNorms     | normalised(norm, channel, value) > 0 | value > 0
          PlainPools     | k == winner ?             | k == 0 ?
          Winograd       | {3, 1, 2, 0}              | {3, 2, 1, 0}
          MapTiles       | 2 * column * steps.pixel() | column * steps.pixel()
          PlainWinogradTransforms | lane + offset, | Math.max(lane - 1, 0) + offset,
          PlainWinogradTransforms | d[i + s] - d[i + 3 * s] | d[i + s] - d[i + 2 * s]
          PlainWinogradTransforms | m[i] + m[i + s] + m[i + 2 * s] | m[i] + m[i + s] + m[i + s]
          PlainWinogradTransforms | half + u[i + 3 * s] | half + u[i]
          BatchNormLayer | / root(variance[c])       | * root(variance[c])
          BatchNormLayer | gradient()[mean.length + c] = slopes | gradient()[c] = slopes
          NormParameters | places(offset + count, count) | places(offset + count - 1, count)
          FeatureMaps    | i + used, i + Kernels.LANES | i + used, i + used
          AveragePoolLayer | in.height() * in.width() | in.height()
          AveragePoolLayer | = delta[begin + i]       | = delta[begin]
          AveragePoolLayer | += from[f + i]           | = from[f + i]
          UnflattenLayer | (delta, inDelta, examples | (out, inDelta, examples
          """)
  void a_mistake_is_noticed(String type, String text, String wrong) {
    List<LayerSpec> layers =
        ONLY_IN_AVERAGED.contains(type) ? MapTrials.AVERAGED : MapTrials.NORMALISED;
    Lesson lesson = lesson(layers, 0.5);
    Function<Lesson, Learner> twin =
        DoubleTwin.ofSource().with(type, text, wrong).compiledTo(classes);
    assertThat(
            error(
                numbers(lesson, twin.apply(lesson)), Objects.requireNonNull(EXPECTED.get(layers))))
        .isGreaterThan(1e-4);
  }

  static List<TrainingPlan> plans() {
    TrainingPlan nesterov =
        Trials.plan(Trials.nesterov("0.1", "0.9", "0"), MapTrials.BATCH, "5it", "5it");
    TrainingPlan steps =
        new TrainingPlan(
            Trials.sgd("0.1", "0", "0"),
            MapTrials.BATCH,
            nesterov.budget(),
            nesterov.evaluateEvery(),
            nesterov.testEvaluation(),
            nesterov.path(),
            new Choice("steps", Map.of("at", "2it,4it", "factor", "0.3")),
            Step.START);
    return List.of(nesterov, steps);
  }

  @ParameterizedTest
  @MethodSource("plans")
  void momentum_and_schedule_are_those_of_stock_dl4j(TrainingPlan plan) {
    Lesson lesson = lesson(MapTrials.AVERAGED, 0.5, plan);
    List<double[]> stock = numbers(lesson, new StockMapLearner(lesson));
    List<double[]> twin = numbers(lesson, DoubleTwin.ofSource().compiledTo(classes).apply(lesson));
    assertThat(error(twin, stock)).isLessThan(1e-11);
    Lesson plain = lesson(MapTrials.AVERAGED, 0.5);
    assertThat(error(twin, numbers(plain, new StockMapLearner(plain)))).isGreaterThan(1e-3);
  }

  /** Of each iteration loss, gradient and logits; then values, running statistics among them. */
  private static List<double[]> numbers(Lesson lesson, Learner learner) {
    float[] kept = MaskFactors.of(lesson.ticket().mask());
    List<double[]> numbers = new ArrayList<>();
    for (int step = 0; step < STEPS; step++) {
      numbers.add(new double[] {learner.step(MapTrials.batch(step))});
      double[] gradient = learner.gradient();
      for (int i = 0; i < gradient.length; i++) {
        gradient[i] *= kept[i];
      }
      numbers.add(gradient);
      numbers.add(learner.logits(MapTrials.batch(7)));
    }
    double[] values = learner.values();
    int begin = 0;
    for (TensorSpec tensor : lesson.layers().stream().flatMap(l -> l.tensors().stream()).toList()) {
      int end = begin + tensor.size();
      if (tensor.name().startsWith("bn")) {
        numbers.add(Arrays.copyOfRange(values, begin, end));
      }
      begin = end;
    }
    numbers.add(values);
    return numbers;
  }

  /** The largest difference, relative to the largest number of its kind. */
  private static double error(List<double[]> actual, List<double[]> expected) {
    assertThat(actual).hasSameSizeAs(expected);
    double error = 0;
    for (int i = 0; i < expected.size(); i++) {
      double difference = 0;
      double largest = 0;
      for (int j = 0; j < expected.get(i).length; j++) {
        difference = Math.max(difference, Math.abs(actual.get(i)[j] - expected.get(i)[j]));
        largest = Math.max(largest, Math.abs(expected.get(i)[j]));
      }
      error = Math.max(error, difference / largest);
    }
    return error;
  }
}
