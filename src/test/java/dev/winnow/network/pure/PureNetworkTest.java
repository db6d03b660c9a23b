package dev.winnow.network.pure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.winnow.architecture.LayerSpec;
import dev.winnow.architecture.ParameterLayout;
import dev.winnow.catalog.Choice;
import dev.winnow.dataset.Samples;
import dev.winnow.engine.Trials;
import dev.winnow.kernels.FastestKernels;
import dev.winnow.kernels.PlainKernels;
import dev.winnow.lottery.Ticket;
import dev.winnow.training.ComputePath;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PureNetworkTest {
  private final Ticket ticket = Trials.ticket(Trials.SMALL, 0.4, 3);

  static List<Choice> optimizers() {
    return List.of(
        Trials.adam("0.01", "1e-8", "0"),
        Trials.adam("0.01", "1e-8", "0.01"),
        Trials.sgd("0.05", "0.9", "0"),
        Trials.sgd("0.05", "0.9", "0.01"));
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void a_pruned_weight_is_plus_zero_at_every_iteration(Choice optimizer) {
    PureNetwork network = network(ticket, optimizer);
    for (int step = 0; step < 50; step++) {
      network.step(PureTrials.batch(step));
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
  @MethodSource("optimizers")
  void it_begins_at_the_ticket_and_learns(Choice optimizer) {
    PureNetwork network = network(ticket, optimizer);
    assertThat(network.values()).isEqualTo(ticket.start().values());
    double first = IntStream.range(0, 20).mapToDouble(i -> step(network, i)).sum();
    IntStream.range(20, 300).forEach(i -> step(network, i));
    assertThat(IntStream.range(300, 320).mapToDouble(i -> step(network, i)).sum())
        .isLessThan(0.8 * first);
  }

  @Test
  void the_loss_is_the_cross_entropy_of_its_logits() {
    PureNetwork network = network(ticket, optimizers().get(0));
    int[] batch = PureTrials.batch(0);
    float[] logits = network.logits(PureTrials.FULL, batch);
    double sum = 0;
    for (int e = 0; e < batch.length; e++) {
      double total = 0;
      for (int c = 0; c < 4; c++) {
        total += Math.exp(logits[e * 4 + c]);
      }
      sum += Math.log(total) - logits[e * 4 + PureTrials.FULL.label(batch[e])];
    }
    assertThat(network.step(batch)).isCloseTo(sum / batch.length, within(1e-6));
  }

  @Test
  void logits_do_not_depend_on_what_stands_beside_an_example() {
    List<LayerSpec> layers = Trials.layers(9, 8, 6, 4);
    PureNetwork network = network(Trials.ticket(layers, 0.7, 1), optimizers().get(0));
    int[] many = IntStream.range(0, 600).map(i -> i % 200).toArray();
    float[] logits = network.logits(PureTrials.FULL, many);
    assertThat(network.logits(PureTrials.FULL, new int[] {123}))
        .isEqualTo(Arrays.copyOfRange(logits, 4 * 123, 4 * 124))
        .isEqualTo(Arrays.copyOfRange(logits, 4 * 523, 4 * 524));
  }

  @Test
  void a_huge_learning_rate_ends_in_a_loss_that_is_not_finite() {
    List<LayerSpec> wide = Trials.layers(9, 300, 100, 4);
    PureNetwork network =
        PureTrials.network(
            wide,
            Trials.ticket(wide, 0.5, 1),
            Trials.sgd("1e9", "0.9", "0"),
            ComputePath.SPARSE,
            PureTrials.FULL,
            FastestKernels.choose());
    assertThat(IntStream.range(0, 100).mapToDouble(i -> step(network, i)))
        .anyMatch(loss -> !Double.isFinite(loss));
  }

  @Test
  void a_network_without_a_kept_weight_trains_its_biases() {
    PureNetwork network = network(Trials.ticket(Trials.SMALL, 0, 1), optimizers().get(0));
    float[] before = network.values();
    step(network, 0);
    assertThat(network.values()).isNotEqualTo(before);
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void dense_and_sparse_differ_by_rounding_alone(Choice optimizer) {
    for (Samples samples : List.of(PureTrials.FULL, PureTrials.MOSTLY_BACKGROUND)) {
      for (List<LayerSpec> layers :
          List.of(Trials.SMALL, Trials.layers(9, 100, 50, 4), Trials.layers(9, 3, 70, 4))) {
        for (double density : new double[] {0, 0.1, 0.5, 1}) {
          Ticket some = Trials.ticket(layers, density, 3);
          PureNetwork dense = network(layers, some, optimizer, ComputePath.DENSE, samples);
          PureNetwork sparse = network(layers, some, optimizer, ComputePath.SPARSE, samples);
          assertThat(dense.path()).isEqualTo("dense");
          assertThat(sparse.path()).isEqualTo("sparse");
          int[] batch = PureTrials.batch(3);
          assertThat(sparse.logits(samples, batch)).isEqualTo(dense.logits(samples, batch));
          for (int step = 0; step < 30; step++) {
            assertThat(step(sparse, step)).isCloseTo(step(dense, step), withinPercentage(0.01));
          }
        }
      }
    }
  }

  @Test
  void a_layer_with_few_weights_is_sparse_by_itself() {
    assertThat(network(Trials.ticket(Trials.SMALL, 0.05, 1), ComputePath.AUTO).path())
        .isEqualTo("sparse");
    assertThat(network(Trials.ticket(Trials.SMALL, 1, 1), ComputePath.AUTO).path())
        .isEqualTo("dense");
  }

  private static double step(PureNetwork network, int step) {
    return network.step(PureTrials.batch(step));
  }

  private static PureNetwork network(Ticket ticket, Choice optimizer) {
    return network(Trials.SMALL, ticket, optimizer, ComputePath.SPARSE, PureTrials.FULL);
  }

  private static PureNetwork network(Ticket ticket, ComputePath path) {
    return network(Trials.SMALL, ticket, optimizers().get(0), path, PureTrials.FULL);
  }

  private static PureNetwork network(
      List<LayerSpec> layers, Ticket ticket, Choice optimizer, ComputePath path, Samples samples) {
    return PureTrials.network(layers, ticket, optimizer, path, samples, new PlainKernels());
  }
}
