package dev.winnow.network.pure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.winnow.architecture.Activation;
import dev.winnow.architecture.LayerSpec;
import dev.winnow.architecture.ParameterLayout;
import dev.winnow.architecture.ResidualBlock;
import dev.winnow.catalog.Choice;
import dev.winnow.engine.MapTrials;
import dev.winnow.engine.Trials;
import dev.winnow.kernels.FastestKernels;
import dev.winnow.kernels.Kernels;
import dev.winnow.kernels.PlainKernels;
import dev.winnow.kernels.vector.VectorKernels;
import dev.winnow.lottery.Ticket;
import dev.winnow.training.ComputePath;
import dev.winnow.training.TrainingPlan;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Networks of maps, as different as {@link MapTrials} has them. */
class MapNetworkTest {
  private static final Choice ADAM = Trials.adam("0.003", "1e-8", "0");
  private static final Choice SGD = Trials.sgd("0.02", "0.9", "0");
  private static final List<List<LayerSpec>> NETWORKS =
      List.of(MapTrials.LAYERS, MapTrials.NORMALISED, MapTrials.RESIDUAL, MapTrials.DROPPED);

  static List<List<LayerSpec>> networks() {
    return NETWORKS;
  }

  static Stream<List<LayerSpec>> allNetworks() {
    return Stream.concat(
        NETWORKS.stream(),
        Stream.of(MapTrials.AVERAGED, MapTrials.LISTED_BLOCKS, MapTrials.LISTED_STRIDES));
  }

  static Stream<Arguments> trainings() {
    List<Choice> optimizers =
        List.of(ADAM, Trials.adam("0.003", "1e-8", "0.01"), Trials.sgd("0.02", "0.9", "0.01"));
    return NETWORKS.stream()
        .flatMap(layers -> optimizers.stream().map(some -> Arguments.of(layers, some)));
  }

  @ParameterizedTest
  @MethodSource("trainings")
  void a_pruned_weight_is_plus_zero_at_every_iteration(List<LayerSpec> layers, Choice optimizer) {
    Ticket ticket = ticket(layers);
    PureNetwork network = network(layers, optimizer, FastestKernels.choose());
    for (int step = 0; step < 20; step++) {
      network.step(MapTrials.batch(step));
      float[] values = network.values();
      int position = 0;
      for (ParameterLayout.Place place : ticket.mask().layout().prunable()) {
        for (int i = place.offset(); i < place.end(); i++) {
          if (!ticket.mask().keeps(position++)) {
            assertThat(Float.floatToRawIntBits(values[i])).isZero();
          }
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("trainings")
  void it_begins_at_the_ticket_and_learns(List<LayerSpec> layers, Choice optimizer) {
    PureNetwork network = network(layers, optimizer, FastestKernels.choose());
    assertThat(network.values()).isEqualTo(ticket(layers).start().values());
    double first = IntStream.range(0, 10).mapToDouble(i -> step(network, i)).sum();
    IntStream.range(10, 100).forEach(i -> step(network, i));
    assertThat(IntStream.range(100, 110).mapToDouble(i -> step(network, i)).sum())
        .isLessThan(0.5 * first);
  }

  @ParameterizedTest
  @MethodSource("trainings")
  void vectors_and_plain_java_give_the_same_bits(List<LayerSpec> layers, Choice optimizer) {
    PureNetwork one = network(layers, optimizer, new VectorKernels());
    PureNetwork other = network(layers, optimizer, new PlainKernels());
    for (int step = 0; step < 20; step++) {
      assertThat(step(one, step)).isEqualTo(step(other, step));
    }
    assertThat(one.values()).isEqualTo(other.values());
    int[] some = MapTrials.batch(3);
    assertThat(one.logits(MapTrials.SAMPLES, some))
        .isEqualTo(other.logits(MapTrials.SAMPLES, some));
  }

  @ParameterizedTest
  @MethodSource("networks")
  void sparse_dense_layers_differ_by_rounding_alone(List<LayerSpec> layers) {
    PureNetwork dense =
        network(layers, ticket(layers), SGD, ComputePath.DENSE, FastestKernels.choose());
    PureNetwork mixed =
        network(layers, ticket(layers), SGD, ComputePath.SPARSE, FastestKernels.choose());
    assertThat(dense.path()).isEqualTo("dense");
    assertThat(mixed.path()).isEqualTo("mixed");
    // Not Adam, which makes a full step of a gradient that rounding alone lifts from zero.
    for (int step = 0; step < 10; step++) {
      assertThat(step(mixed, step)).isCloseTo(step(dense, step), withinPercentage(0.001));
    }
  }

  @ParameterizedTest
  @MethodSource("networks")
  void logits_do_not_depend_on_what_stands_beside_an_example_and_change_nothing(
      List<LayerSpec> layers) {
    PureNetwork network = network(layers, ADAM, FastestKernels.choose());
    step(network, 0);
    float[] values = network.values();
    int[] many = IntStream.range(0, 600).map(i -> i % 60).toArray();
    float[] logits = network.logits(MapTrials.SAMPLES, many);
    assertThat(network.logits(MapTrials.SAMPLES, new int[] {23}))
        .isEqualTo(Arrays.copyOfRange(logits, 4 * 23, 4 * 24))
        .isEqualTo(Arrays.copyOfRange(logits, 4 * 563, 4 * 564));
    assertThat(network.values()).isEqualTo(values);
  }

  @ParameterizedTest
  @MethodSource("allNetworks")
  void an_evaluation_between_steps_changes_nothing_of_what_follows(List<LayerSpec> layers) {
    PureNetwork one = network(layers, ADAM, FastestKernels.choose());
    PureNetwork other = network(layers, ADAM, FastestKernels.choose());
    int[] many = IntStream.range(0, 600).map(i -> i % 60).toArray();
    for (int step = 0; step < 4; step++) {
      assertThat(step(one, step)).isEqualTo(step(other, step));
      one.logits(MapTrials.SAMPLES, many);
    }
    assertThat(one.values()).isEqualTo(other.values());
  }

  @Test
  void what_is_dropped_depends_on_the_iteration_alone_and_only_where_something_is_learned() {
    PureNetwork one = network(MapTrials.DROPPED, SGD, FastestKernels.choose());
    PureNetwork other = network(MapTrials.DROPPED, SGD, FastestKernels.choose());
    int[] some = MapTrials.batch(0);
    assertThat(one.logits(MapTrials.SAMPLES, some))
        .isEqualTo(
            network(undropped(), SGD, FastestKernels.choose()).logits(MapTrials.SAMPLES, some));
    one.at(5);
    double loss = one.step(some);
    other.at(6);
    assertThat(other.step(some)).isNotEqualTo(loss);
    PureNetwork third = network(MapTrials.DROPPED, SGD, FastestKernels.choose());
    third.logits(MapTrials.SAMPLES, some);
    third.at(5);
    assertThat(third.step(some)).isEqualTo(loss);
  }

  private static List<LayerSpec> undropped() {
    return MapTrials.DROPPED.stream()
        .filter(layer -> !(layer instanceof LayerSpec.Dropout))
        .toList();
  }

  @Test
  void layers_in_an_order_that_makes_no_network_are_refused() {
    LayerSpec convolution = new LayerSpec.Convolution("conv1", 3, 4, 3, 9, 8, 1, Activation.RELU);
    LayerSpec wide = new LayerSpec.Convolution("conv1", 3, 4, 5, 9, 8, 1, Activation.RELU);
    LayerSpec other = new LayerSpec.Convolution("conv2", 5, 4, 3, 9, 8, 1, Activation.RELU);
    LayerSpec pool = new LayerSpec.MaxPool("pool1", 3, 9, 8);
    LayerSpec dense = new LayerSpec.Dense("fc1", 3 * 9 * 8, 4, Activation.IDENTITY);
    assertRefused("pool1", List.of(pool, dense));
    assertRefused("pool1", List.of(dense, pool));
    assertRefused("conv1", List.of(dense, convolution));
    assertRefused("kernel=5", List.of(wide, dense));
    assertRefused("conv2", List.of(convolution, other, dense));
  }

  @Test
  void a_normalisation_that_does_not_fit_the_layer_before_it_is_refused() {
    LayerSpec convolution = new LayerSpec.Convolution("conv1", 3, 4, 3, 9, 8, 1, Activation.RELU);
    LayerSpec norm = new LayerSpec.BatchNorm("bn1", 4, 9, 8, Activation.RELU);
    LayerSpec dense = new LayerSpec.Dense("fc1", 4 * 9 * 8, 4, Activation.IDENTITY);
    LayerSpec units = new LayerSpec.BatchNorm("bn1", 5, 1, 1, Activation.RELU);
    assertRefused("bn1", List.of(norm, dense));
    assertRefused("bn1", List.of(convolution, units, dense));
    assertRefused("bn1", List.of(convolution, dense, units));
    assertRefused("must be fully connected", List.of(convolution, norm));
  }

  @Test
  void a_block_whose_two_ways_end_in_different_shapes_is_refused() {
    LayerSpec convolution = new LayerSpec.Convolution("conv1", 3, 4, 3, 9, 8, 1, Activation.RELU);
    LayerSpec wider = new LayerSpec.Convolution("conv2", 4, 5, 3, 9, 8, 1, Activation.RELU);
    LayerSpec same = new LayerSpec.Convolution("conv2", 4, 4, 3, 9, 8, 1, Activation.RELU);
    LayerSpec halved = new LayerSpec.Convolution("conv3", 4, 4, 1, 9, 8, 2, Activation.RELU);
    LayerSpec dense = new LayerSpec.Dense("fc1", 4 * 9 * 8, 4, Activation.IDENTITY);
    assertRefused("block1", List.of(convolution, block(wider, List.of()), dense));
    assertRefused("block1", List.of(convolution, block(same, List.of(halved)), dense));
    assertRefused("block1", List.of(block(same, List.of()), dense));
  }

  private static LayerSpec block(LayerSpec branch, List<LayerSpec> shortcut) {
    return new ResidualBlock("block1", List.of(branch), shortcut, Activation.RELU);
  }

  private static void assertRefused(String what, List<LayerSpec> layers) {
    Ticket some = Trials.ticket(layers, 1, 1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> network(layers, some, ADAM, ComputePath.DENSE, new PlainKernels()))
        .withMessageContaining(what);
  }

  private static double step(PureNetwork network, int step) {
    network.at(step);
    return network.step(MapTrials.batch(step));
  }

  private static Ticket ticket(List<LayerSpec> layers) {
    return Trials.ticket(layers, 0.4, 3);
  }

  private static PureNetwork network(List<LayerSpec> layers, Choice optimizer, Kernels kernels) {
    return network(layers, ticket(layers), optimizer, ComputePath.DENSE, kernels);
  }

  private static PureNetwork network(
      List<LayerSpec> layers, Ticket ticket, Choice optimizer, ComputePath path, Kernels kernels) {
    TrainingPlan plan = Trials.on(path, Trials.plan(optimizer, MapTrials.BATCH, "1it", "1it"));
    return new PureNetworks(
            layers,
            Trials.PLANS.resolve(plan),
            new TrainingImages(MapTrials.SAMPLES, MapTrials.reader(), Optional.empty()),
            kernels)
        .of(ticket);
  }
}
