package dev.winnow.engine.pure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.winnow.architecture.Activation;
import dev.winnow.architecture.LayerSpec;
import dev.winnow.engine.MapTrials;
import dev.winnow.engine.Trials;
import dev.winnow.engine.pure.vector.VectorKernels;
import dev.winnow.lottery.Ticket;
import dev.winnow.training.Optimizer;
import dev.winnow.training.PathChoice;
import dev.winnow.training.TrainingPlan;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Networks with batch normalisation. */
class BatchNormTest {
  private static final List<LayerSpec> LAYERS = MapTrials.NORMALISED;
  private static final Optimizer ADAM = Trials.adam("0.003", "1e-8", "0");
  private static final Optimizer SGD = Trials.sgd("0.02", "0.9", "0");

  private final Ticket ticket = Trials.ticket(LAYERS, 0.4, 3);

  static List<Optimizer> optimizers() {
    return List.of(ADAM, Trials.adam("0.003", "1e-8", "0.01"), Trials.sgd("0.02", "0.9", "0.01"));
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void it_begins_at_the_ticket_and_learns(Optimizer optimizer) {
    PureNetwork network = network(optimizer, PathChoice.DENSE, FastestKernels.choose());
    assertThat(network.values()).isEqualTo(ticket.start().values());
    double first = IntStream.range(0, 10).mapToDouble(i -> step(network, i)).sum();
    IntStream.range(10, 100).forEach(i -> step(network, i));
    assertThat(IntStream.range(100, 110).mapToDouble(i -> step(network, i)).sum())
        .isLessThan(0.5 * first);
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void vectors_and_plain_java_give_the_same_bits(Optimizer optimizer) {
    PureNetwork vectors = network(optimizer, PathChoice.DENSE, new VectorKernels());
    PureNetwork plain = network(optimizer, PathChoice.DENSE, new PlainKernels());
    assertSameTraining(vectors, plain);
  }

  @Test
  void sparse_dense_layers_differ_by_rounding_alone() {
    PureNetwork dense = network(SGD, PathChoice.DENSE, FastestKernels.choose());
    PureNetwork mixed = network(SGD, PathChoice.SPARSE, FastestKernels.choose());
    // Not Adam, which makes a full step of a gradient that rounding alone lifts from zero.
    for (int step = 0; step < 10; step++) {
      assertThat(step(mixed, step)).isCloseTo(step(dense, step), withinPercentage(0.001));
    }
  }

  private static void assertSameTraining(PureNetwork one, PureNetwork other) {
    for (int step = 0; step < 20; step++) {
      assertThat(step(one, step)).isEqualTo(step(other, step));
    }
    assertThat(one.values()).isEqualTo(other.values());
    int[] some = MapTrials.batch(3);
    assertThat(one.logits(MapTrials.SAMPLES, some))
        .isEqualTo(other.logits(MapTrials.SAMPLES, some));
  }

  @Test
  void logits_do_not_depend_on_what_stands_beside_an_example_and_change_nothing() {
    PureNetwork network = network(ADAM, PathChoice.DENSE, FastestKernels.choose());
    step(network, 0);
    float[] values = network.values();
    int[] many = IntStream.range(0, 600).map(i -> i % 60).toArray();
    float[] logits = network.logits(MapTrials.SAMPLES, many);
    assertThat(network.logits(MapTrials.SAMPLES, new int[] {23}))
        .isEqualTo(Arrays.copyOfRange(logits, 4 * 23, 4 * 24))
        .isEqualTo(Arrays.copyOfRange(logits, 4 * 563, 4 * 564));
    assertThat(network.values()).isEqualTo(values);
  }

  @Test
  void scales_and_shifts_do_not_decay_and_running_statistics_are_not_updated() {
    LayerSpec.BatchNorm spec = new LayerSpec.BatchNorm("bn1", 2, 3, 3, Activation.RELU);
    Ticket some = Trials.ticket(List.of(spec), 1, 1);
    NormParameters parameters = NormParameters.of(spec, some, 0, Trials.sgd("0.1", "0.9", "0.5"));
    parameters.running().gradient()[0] = 1;
    parameters.learned().update(1, 1);
    parameters.running().update(1, 1);
    float[] values = new float[8];
    parameters.learned().copyValues(values);
    parameters.running().copyValues(values);
    assertThat(values).isEqualTo(some.start().values());
  }

  @Test
  void what_a_channel_becomes_has_the_shifts_mean_and_the_scales_deviation() {
    int examples = 7;
    LayerSpec.BatchNorm spec = new LayerSpec.BatchNorm("bn1", 3, 5, 4, Activation.IDENTITY);
    Ticket some = Trials.ticket(List.of(spec), 1, 2);
    Maps maps = Maps.of(spec);
    BatchNormLayer layer =
        new BatchNormLayer(new PlainKernels(), spec, NormParameters.of(spec, some, 0, ADAM));
    float[] in = new float[layer.size(examples)];
    float[] out = new float[layer.size(examples)];
    for (int i = 0; i < in.length; i++) {
      in[i] = i * 31 % 17 - 3;
    }
    layer.forward(in, out, examples);
    for (int c = 0; c < 3; c++) {
      double sum = 0;
      double squares = 0;
      for (int pixel = 0; pixel < 20; pixel++) {
        for (int e = 0; e < examples; e++) {
          double y = out[maps.at(pixel / 4, pixel % 4, examples) + e * maps.step() + c];
          sum += y / (20 * examples);
          squares += y * y / (20 * examples);
        }
      }
      assertThat(sum).isCloseTo(some.start().value(3 + c), within(1e-6));
      assertThat(Math.sqrt(squares - sum * sum))
          .isCloseTo(Math.abs(some.start().value(c)), within(1e-5));
    }
    assertThat(Arrays.copyOf(out, maps.at(0, 0, examples))).containsOnly(0);
  }

  @Test
  void a_normalisation_that_does_not_fit_the_layer_before_it_is_refused() {
    LayerSpec convolution = new LayerSpec.Convolution("conv1", 3, 4, 3, 9, 8, Activation.RELU);
    LayerSpec norm = new LayerSpec.BatchNorm("bn1", 4, 9, 8, Activation.RELU);
    LayerSpec dense = new LayerSpec.Dense("fc1", 4 * 9 * 8, 4, Activation.IDENTITY);
    LayerSpec units = new LayerSpec.BatchNorm("bn1", 5, 1, 1, Activation.RELU);
    assertRefused("bn1", List.of(norm, dense));
    assertRefused("bn1", List.of(convolution, units, dense));
    assertRefused("bn1", List.of(convolution, dense, units));
    assertRefused("must be fully connected", List.of(convolution, norm));
  }

  private static void assertRefused(String what, List<LayerSpec> layers) {
    Ticket some = Trials.ticket(layers, 1, 1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> network(layers, some, ADAM, PathChoice.DENSE, new PlainKernels()))
        .withMessageContaining(what);
  }

  private static double step(PureNetwork network, int step) {
    return network.step(MapTrials.batch(step));
  }

  private PureNetwork network(Optimizer optimizer, PathChoice path, Kernels kernels) {
    return network(LAYERS, ticket, optimizer, path, kernels);
  }

  private static PureNetwork network(
      List<LayerSpec> layers,
      Ticket ticket,
      Optimizer optimizer,
      PathChoice path,
      Kernels kernels) {
    TrainingPlan plan = Trials.on(path, Trials.plan(optimizer, MapTrials.BATCH, "1it", "1it"));
    return new PureNetworks(
            layers, plan, MapTrials.SAMPLES, MapTrials.reader(), Optional.empty(), kernels)
        .of(ticket);
  }
}
