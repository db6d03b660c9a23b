package dev.winnow.engine.pure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.winnow.architecture.Activation;
import dev.winnow.architecture.LayerSpec;
import dev.winnow.architecture.Layout;
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

/** Networks with convolutions and pooling. */
class MapNetworkTest {
  private static final List<LayerSpec> LAYERS = MapTrials.LAYERS;
  private static final Optimizer ADAM = Trials.adam("0.003", "1e-8", "0");
  private static final Optimizer SGD = Trials.sgd("0.02", "0.9", "0");

  private final Ticket ticket = Trials.ticket(LAYERS, 0.4, 3);

  static List<Optimizer> optimizers() {
    return List.of(ADAM, Trials.adam("0.003", "1e-8", "0.01"), Trials.sgd("0.02", "0.9", "0.01"));
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void a_pruned_weight_is_plus_zero_at_every_iteration(Optimizer optimizer) {
    PureNetwork network = network(ticket, optimizer, PathChoice.DENSE, FastestKernels.choose());
    for (int step = 0; step < 20; step++) {
      network.step(MapTrials.batch(step));
      float[] values = network.values();
      int position = 0;
      for (Layout.Place place : ticket.mask().layout().prunable()) {
        for (int i = place.offset(); i < place.end(); i++) {
          if (!ticket.mask().keeps(position++)) {
            assertThat(Float.floatToRawIntBits(values[i])).isZero();
          }
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void it_begins_at_the_ticket_and_learns(Optimizer optimizer) {
    PureNetwork network = network(ticket, optimizer, PathChoice.DENSE, FastestKernels.choose());
    assertThat(network.values()).isEqualTo(ticket.start().values());
    double first = IntStream.range(0, 10).mapToDouble(i -> step(network, i)).sum();
    IntStream.range(10, 100).forEach(i -> step(network, i));
    assertThat(IntStream.range(100, 110).mapToDouble(i -> step(network, i)).sum())
        .isLessThan(0.5 * first);
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void vectors_and_plain_java_give_the_same_bits(Optimizer optimizer) {
    PureNetwork vectors = network(ticket, optimizer, PathChoice.DENSE, new VectorKernels());
    PureNetwork plain = network(ticket, optimizer, PathChoice.DENSE, new PlainKernels());
    assertSameTraining(vectors, plain);
  }

  @Test
  void sparse_dense_layers_differ_by_rounding_alone_and_make_the_path_mixed() {
    PureNetwork dense = network(ticket, SGD, PathChoice.DENSE, FastestKernels.choose());
    PureNetwork mixed = network(ticket, SGD, PathChoice.SPARSE, FastestKernels.choose());
    assertThat(dense.path()).isEqualTo("dense");
    assertThat(mixed.path()).isEqualTo("mixed");
    for (int step = 0; step < 20; step++) {
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
  void logits_do_not_depend_on_what_stands_beside_an_example() {
    PureNetwork network = network(ticket, ADAM, PathChoice.DENSE, FastestKernels.choose());
    step(network, 0);
    int[] many = IntStream.range(0, 600).map(i -> i % 60).toArray();
    float[] logits = network.logits(MapTrials.SAMPLES, many);
    assertThat(network.logits(MapTrials.SAMPLES, new int[] {23}))
        .isEqualTo(Arrays.copyOfRange(logits, 4 * 23, 4 * 24))
        .isEqualTo(Arrays.copyOfRange(logits, 4 * 563, 4 * 564));
  }

  @Test
  void layers_in_an_order_that_makes_no_network_are_refused() {
    LayerSpec convolution = new LayerSpec.Convolution("conv1", 3, 4, 3, 9, 8, Activation.RELU);
    LayerSpec wide = new LayerSpec.Convolution("conv1", 3, 4, 5, 9, 8, Activation.RELU);
    LayerSpec other = new LayerSpec.Convolution("conv2", 5, 4, 3, 9, 8, Activation.RELU);
    LayerSpec pool = new LayerSpec.MaxPool("pool1", 3, 9, 8);
    LayerSpec dense = new LayerSpec.Dense("fc1", 3 * 9 * 8, 4, Activation.IDENTITY);
    assertRefused("pool1", List.of(pool, dense));
    assertRefused("pool1", List.of(dense, pool));
    assertRefused("conv1", List.of(dense, convolution));
    assertRefused("kernel=5", List.of(wide, dense));
    assertRefused("conv2", List.of(convolution, other, dense));
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

  private static PureNetwork network(
      Ticket ticket, Optimizer optimizer, PathChoice path, Kernels kernels) {
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
