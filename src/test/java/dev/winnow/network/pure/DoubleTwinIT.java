package dev.winnow.network.pure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.winnow.architecture.LayerSpec;
import dev.winnow.dataset.BatchOrder;
import dev.winnow.dataset.Samples;
import dev.winnow.dataset.Split;
import dev.winnow.engine.DoubleTwin;
import dev.winnow.engine.GlyphImages;
import dev.winnow.engine.Learner;
import dev.winnow.engine.Lesson;
import dev.winnow.engine.Trials;
import dev.winnow.engine.dl4j.StockLearner;
import dev.winnow.network.MaskFactors;
import dev.winnow.training.ComputePath;
import dev.winnow.training.TrainingPlan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The source of the engine, read as doubles, against DL4J's own layers and Adam in doubles: equal
 * to the last digits, and not if any of its indices is one off.
 */
class DoubleTwinIT {
  private static final int STEPS = 3;

  /** For each lesson what DL4J makes of it. */
  private static final Map<Lesson, List<double[]>> EXPECTED = new LinkedHashMap<>();

  private final Path classes;

  DoubleTwinIT(@TempDir Path classes) {
    this.classes = classes;
  }

  @BeforeAll
  static void askDl4j() {
    for (Samples samples : List.of(PureTrials.FULL, PureTrials.MOSTLY_BACKGROUND)) {
      for (ComputePath path : List.of(ComputePath.DENSE, ComputePath.SPARSE)) {
        for (double density : new double[] {1, 0.1}) {
          for (double black : new double[] {0, 100}) {
            Lesson lesson = lesson(samples, path, density, black);
            EXPECTED.put(lesson, numbers(lesson, new StockLearner(lesson)));
          }
        }
      }
    }
  }

  /**
   * @param black the pixel value that becomes zero
   */
  private static Lesson lesson(Samples samples, ComputePath path, double density, double black) {
    List<LayerSpec> layers = Trials.layers(9, 130, 70, 4);
    TrainingPlan plan =
        Trials.plan(Trials.adam("0.01", "1e-20", "0"), PureTrials.BATCH, "3it", "3it");
    return new Lesson(
        layers,
        Trials.ticket(layers, density, 4),
        Trials.on(path, plan),
        samples,
        pixel -> (pixel - black) / 80);
  }

  /** Of each iteration the loss, and the gradient of what is kept. */
  private static List<double[]> numbers(Lesson lesson, Learner learner) {
    float[] kept = MaskFactors.of(lesson.ticket().mask());
    List<double[]> numbers = new ArrayList<>();
    for (int step = 0; step < STEPS; step++) {
      numbers.add(new double[] {learner.step(PureTrials.batch(step))});
      double[] gradient = learner.gradient();
      for (int i = 0; i < gradient.length; i++) {
        gradient[i] *= kept[i];
      }
      numbers.add(gradient);
    }
    return numbers;
  }

  @Test
  void every_path_has_the_losses_and_gradients_of_stock_dl4j() {
    assertThat(errors(DoubleTwin.ofSource().compiledTo(classes)))
        .hasSize(16)
        .allMatch(error -> error < 1e-12);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          PlainKernels           | term * b.rowStep()             | (term + 1) % size.depth() * b.rowStep()
          PlainKernels           | together * k + which           | together * Math.max(k - 1, 0) + which
          PlainKernels           | columnIndices[c] * columns     | Math.max(columnIndices[c] - 1, 0) * columns
          PlainKernels           | rows[FRONT + row * columns + j | rows[FRONT + Math.max(row - 1, 0) * columns + j
          PlainKernels           | activations[i] > 0 ? y[i]      | activations[i - 1] > 0 ? y[i]
          PlainKernels           | columns, starts[unit]          | columns, starts[Math.max(unit - 1, 0)]
          Epilogue               | values[c1 + c]                 | values[c0 + c]
          PlainKernels           | together * k + which           | together * k + together - 1
          Lanes                  | lanes[lane + distance]         | lanes[lane + distance - 1]
          Matrix                 | values[from + e * rowStep]     | values[from + Math.max(e - 1, 0) * rowStep]
          FeatureMajor           | values[from + unit]            | values[from + Math.max(unit - 1, 0)]
          CsrPattern             | position % columns)            | (position + 1) % columns)
          SparseImages           | numbers[level] - numbers[0]    | numbers[level] - numbers[1]
          SparseBatch            | level(from + imageSize + pixel) | level(from + imageSize + pixel - 1)
          SparseBatch            | byPixel.add(example            | byPixel.add(Math.max(example - 1, 0)
          SparseBatch            | bits[(some * Long.SIZE + row)  | bits[(some * Long.SIZE + Math.max(row - 1, 0))
          SparseInputRows        | bytes[pixel] & LEVEL           | bytes[Math.max(pixel - 1, 0)] & LEVEL
          SparseInputRows        | to[place] = levels             | to[place - 1] = levels
          RowPairs               | values[2 * size + 1] = second  | values[2 * size + 1] = first
          SparseInputDenseLayer  | gradient[biases + unit]        | gradient[biases + Math.max(unit - 1, 0)]
          SparseInputSparseLayer | size() + unit]                 | size() + Math.max(unit - 1, 0)]
          KeptWeights            | places[unit] = count++         | places[unit] = Math.max(count++ - 1, 0)
          SparseLayer            | values()[backwardOrder[c]]     | values()[backwardOrder[Math.max(c - 1, 0)]]
          DenseLayer             | matrix, shape.inputs(), stride | matrix, shape.inputs(), Math.min(stride, 9)
          PixelReader            | image.length + pixel] & 0xFF   | image.length + Math.max(pixel - 1, 0)] & 0xFF
          CrossEntropy           | exponentials[label * stride + e] | exponentials[Math.max(label - 1, 0) * stride + e]
          CrossEntropy           | totals[e] += exponentials      | totals[Math.max(e - 1, 0)] += exponentials
          CrossEntropy           | row(label, stride) + e         | row(label, stride) + Math.max(e - 1, 0)
          Adam                   | keep2 * v[i]                   | keep2 * v[Math.max(i - 1, 0)]
          """)
  void an_index_that_is_one_off_is_noticed(String type, String text, String wrong) {
    DoubleTwin twin = DoubleTwin.ofSource().with(type, text, wrong);
    // The first lesson that shows it is enough.
    assertThat(errors(twin.compiledTo(classes)).anyMatch(error -> error > 1e-3)).isTrue();
  }

  @Test
  void a_text_that_is_not_there_cannot_be_changed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DoubleTwin.ofSource().with("FeatureMajor", "no such text", ""))
        .withMessage("The source of FeatureMajor has no \"no such text\"");
  }

  /** For each lesson the largest difference, relative to the largest number of its kind. */
  private static Stream<Double> errors(Function<Lesson, Learner> twin) {
    return EXPECTED.entrySet().stream()
        .map(
            lesson ->
                error(numbers(lesson.getKey(), twin.apply(lesson.getKey())), lesson.getValue()));
  }

  private static double error(List<double[]> actual, List<double[]> expected) {
    double error = 0;
    for (int i = 0; i < expected.size(); i++) {
      error = Math.max(error, error(actual.get(i), expected.get(i)));
    }
    return error;
  }

  private static double error(double[] actual, double[] expected) {
    double difference = 0;
    double largest = 0;
    for (int i = 0; i < expected.length; i++) {
      difference = Math.max(difference, Math.abs(actual[i] - expected[i]));
      largest = Math.max(largest, Math.abs(expected[i]));
    }
    return difference / largest;
  }

  // In floats the dense network of seed 3 goes another way than DL4J's; here it does not.
  @ParameterizedTest
  @CsvSource({"1,3", "0.03,1", "0.03,2", "0.03,3"})
  void two_hundred_losses_equal_those_of_stock_dl4j(double density, long seed) {
    assertThat(lossError(DoubleTwin.ofSource(), density, seed)).isLessThan(1e-12);
  }

  @Test
  void losses_of_a_kernel_that_is_one_off_are_others() {
    DoubleTwin wrong =
        DoubleTwin.ofSource().with("Lanes", "lanes[lane + distance]", "lanes[lane + distance - 1]");
    assertThat(lossError(wrong, 0.03, 1)).isGreaterThan(1e-3);
  }

  /** The largest relative difference of a loss of LeNet-300-100 on the glyphs. */
  private double lossError(DoubleTwin twin, double density, long seed) {
    GlyphImages glyphs = GlyphImages.open();
    Samples samples = glyphs.images().training();
    double mean = glyphs.dataset().mean(0);
    double deviation = glyphs.dataset().standardDeviation(0);
    List<LayerSpec> lenet = Trials.layers(784, 300, 100, 10);
    Lesson lesson =
        new Lesson(
            lenet,
            Trials.ticket(lenet, density, seed),
            Trials.plan(Trials.adam("0.0012", "1e-20", "0"), 60, "200it", "200it"),
            samples,
            pixel -> (pixel / 255.0 - mean) / deviation);
    BatchOrder order = new BatchOrder(Split.of(seed, samples.size(), 5000), 60);
    Learner actual = twin.compiledTo(classes).apply(lesson);
    Learner expected = new StockLearner(lesson);
    double error = 0;
    for (int i = 0; i < 200; i++) {
      double loss = expected.step(order.batch(i));
      error = Math.max(error, Math.abs(actual.step(order.batch(i)) - loss) / loss);
    }
    return error;
  }
}
