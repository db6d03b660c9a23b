package dev.winnow.engine.pure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.architecture.LayerSpec;
import dev.winnow.architecture.Weights;
import dev.winnow.engine.DoubleTwin;
import dev.winnow.engine.Learner;
import dev.winnow.engine.Lesson;
import dev.winnow.engine.MapTrials;
import dev.winnow.engine.Trials;
import dev.winnow.engine.loop.MaskedOptimizer;
import dev.winnow.lottery.Ticket;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The source of the engine, read as doubles: gradients past shortcuts are slopes of the loss. */
class ResidualGradientIT {
  private static final List<LayerSpec> LAYERS = MapTrials.RESIDUAL;

  /** Small against the distance to the next kink of a ReLU, exact enough as a float. */
  private static final float STEP = 1e-4f;

  private final Path classes;

  ResidualGradientIT(@TempDir Path classes) {
    this.classes = classes;
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 0.3})
  void gradients_equal_finite_differences(double density) {
    assertThat(error(Trials.ticket(LAYERS, density, 4), DoubleTwin.ofSource())).isLessThan(1e-5);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ResidualLayer  | addTo(inDelta, delta);                | addTo(inDelta, to);
          ResidualLayer  | addTo(inDelta, past);                 | past[0] = 0;
          ResidualLayer  | kernels.passActive(to, delta);        | kernels.passActive(from, delta);
          ResidualLayer  | .forward(from, examples) : from       | .forward(from, examples) : to
          LayerChain     | in : activations[layer - 1]           | in : activations[layer]
          SubsampleLayer | int t = in.at(stride * y, stride * x  | int t = in.at(y, stride * x
          """)
  void a_mistake_is_noticed(String type, String text, String wrong) {
    Ticket ticket = Trials.ticket(LAYERS, 0.3, 4);
    assertThat(error(ticket, DoubleTwin.ofSource().with(type, text, wrong))).isGreaterThan(1e-3);
  }

  /** The largest difference ÷ the largest slope, over every ninth value that training moves. */
  private double error(Ticket ticket, DoubleTwin source) {
    Function<Lesson, Learner> twin = source.compiledTo(classes);
    Learner learner = twin.apply(lesson(ticket));
    learner.step(MapTrials.batch(0));
    double[] gradient = learner.gradient();
    float[] kept = MaskedOptimizer.factors(ticket.mask());
    double largest = 0;
    double difference = 0;
    for (int i : IntStream.range(0, gradient.length).filter(i -> i % 9 == 0).toArray()) {
      if (kept[i] != 0) {
        double slope = slope(twin, ticket, i);
        largest = Math.max(largest, Math.abs(slope));
        difference = Math.max(difference, Math.abs(gradient[i] / MapTrials.BATCH - slope));
      }
    }
    return difference / largest;
  }

  private static double slope(Function<Lesson, Learner> twin, Ticket ticket, int index) {
    float[] up = ticket.start().values();
    float[] down = up.clone();
    up[index] += STEP;
    down[index] -= STEP;
    return (loss(twin, ticket, up) - loss(twin, ticket, down)) / ((double) up[index] - down[index]);
  }

  private static double loss(Function<Lesson, Learner> twin, Ticket ticket, float[] values) {
    Weights start = new Weights(ticket.start().layout(), values);
    return twin.apply(lesson(new Ticket(ticket.mask(), start))).step(MapTrials.batch(0));
  }

  private static Lesson lesson(Ticket ticket) {
    return new Lesson(
        LAYERS,
        ticket,
        Trials.plan(Trials.sgd("0.1", "0", "0"), MapTrials.BATCH, "1it", "1it"),
        MapTrials.SAMPLES,
        pixel -> (pixel - 100) / 80.0);
  }
}
