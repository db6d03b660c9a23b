package dev.winnow.network.pure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.architecture.LayerSpec;
import dev.winnow.architecture.Weights;
import dev.winnow.engine.DoubleTwin;
import dev.winnow.engine.Learner;
import dev.winnow.engine.Lesson;
import dev.winnow.engine.MapTrials;
import dev.winnow.engine.Trials;
import dev.winnow.lottery.Ticket;
import dev.winnow.network.MaskFactors;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The source of the engine, read as doubles: gradients are slopes of the loss, past shortcuts and
 * under dropout.
 */
class ResidualGradientIT {
  /** Small against the distance to the next kink of a ReLU, exact enough as a float. */
  private static final float STEP = 3e-6f;

  private final Path classes;

  ResidualGradientIT(@TempDir Path classes) {
    this.classes = classes;
  }

  static List<Arguments> networks() {
    return List.of(
        Arguments.of(MapTrials.RESIDUAL, 1, 397),
        Arguments.of(MapTrials.RESIDUAL, 0.3, 397),
        Arguments.of(MapTrials.DROPPED, 0.3, 197),
        Arguments.of(MapTrials.LISTED_BLOCKS, 0.3, 197),
        Arguments.of(MapTrials.LISTED_STRIDES, 1, 97));
  }

  /** Of every so many values; what is dropped is the same each time. */
  @ParameterizedTest
  @MethodSource("networks")
  void gradients_equal_finite_differences(List<LayerSpec> layers, double density, int every) {
    Ticket ticket = Trials.ticket(layers, density, 4);
    Function<Lesson, Learner> twin = DoubleTwin.ofSource().compiledTo(classes);
    double[] gradient = gradient(twin, layers, ticket);
    double largest = 0;
    double difference = 0;
    for (int i : IntStream.range(0, gradient.length).filter(i -> i % every == 0).toArray()) {
      double slope = slope(twin, layers, ticket, i);
      largest = Math.max(largest, Math.abs(slope));
      difference = Math.max(difference, Math.abs(gradient[i] - slope));
    }
    assertThat(difference / largest).isLessThan(1e-5);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ResidualLayer  | addTo(inDelta, delta);                | addTo(inDelta, to);
          ResidualLayer  | addTo(inDelta, past);                 | past[0] = 0;
          ResidualLayer  | kernels.reluBackward(to, delta);      | kernels.reluBackward(delta, delta);
          ResidualLayer  | new Shortcut(past, relu), from, to    | new Shortcut(past, !relu), from, to
          PlainNorms     | from[p] + c * addend.maps().steps()   | from[0] + c * addend.maps().steps()
          BatchNormLayer | maps.all(shortcut.past(), examples)   | maps.all(in, examples)
          LayerChain     | layout(), examples, layer % 2         | layout(), examples, 0
          DropoutLayer   | multiply(delta, inDelta);             | multiply(in, inDelta);
          DropoutLayer   | row, unit / area,                     | row, 0,
          ConvolutionTaps | distance % spec.stride() == 0        | distance == 0
          ConvolutionTaps | spec.padding() - y * spec.stride()    | spec.padding() - y
          """)
  void a_mistake_would_change_them(String type, String text, String wrong) {
    List<LayerSpec> layers = type.equals("DropoutLayer") ? MapTrials.DROPPED : MapTrials.RESIDUAL;
    Ticket ticket = Trials.ticket(layers, 0.3, 4);
    double[] right = gradient(DoubleTwin.ofSource().compiledTo(classes), layers, ticket);
    Function<Lesson, Learner> mistaken =
        DoubleTwin.ofSource().with(type, text, wrong).compiledTo(classes);
    assertThat(gradient(mistaken, layers, ticket)).isNotEqualTo(right);
  }

  /** Of the mean loss, zero where pruned. */
  private static double[] gradient(
      Function<Lesson, Learner> twin, List<LayerSpec> layers, Ticket ticket) {
    Learner learner = twin.apply(lesson(layers, ticket));
    learner.step(MapTrials.batch(0));
    double[] gradient = learner.gradient();
    float[] kept = MaskFactors.of(ticket.mask());
    Arrays.setAll(gradient, i -> gradient[i] * kept[i] / MapTrials.BATCH);
    return gradient;
  }

  private static double slope(
      Function<Lesson, Learner> twin, List<LayerSpec> layers, Ticket ticket, int index) {
    float[] up = ticket.start().values();
    float[] down = up.clone();
    up[index] += STEP;
    down[index] -= STEP;
    return (loss(twin, layers, ticket, up) - loss(twin, layers, ticket, down))
        / ((double) up[index] - down[index]);
  }

  private static double loss(
      Function<Lesson, Learner> twin, List<LayerSpec> layers, Ticket ticket, float[] values) {
    Weights start = new Weights(ticket.start().layout(), values);
    return twin.apply(lesson(layers, new Ticket(ticket.mask(), start))).step(MapTrials.batch(0));
  }

  private static Lesson lesson(List<LayerSpec> layers, Ticket ticket) {
    return new Lesson(
        layers,
        ticket,
        Trials.plan(Trials.sgd("0.1", "0", "0"), MapTrials.BATCH, "1it", "1it"),
        MapTrials.SAMPLES,
        pixel -> (pixel - 100) / 80.0);
  }
}
