package dev.winnow.engine.sparse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.winnow.architecture.LayerSpec;
import dev.winnow.architecture.Layout;
import dev.winnow.engine.Trials;
import dev.winnow.lottery.Ticket;
import dev.winnow.training.Optimizer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SparseNetworkTest {
  private final Ticket ticket = Trials.ticket(Trials.SMALL, 0.4, 3);

  static List<Optimizer> optimizers() {
    return List.of(
        Trials.adam("0.01", "1e-8", "0"),
        Trials.adam("0.01", "1e-8", "0.01"),
        Trials.sgd("0.05", "0.9", "0"),
        Trials.sgd("0.05", "0.9", "0.01"));
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void a_pruned_weight_is_plus_zero_at_every_iteration(Optimizer optimizer) {
    SparseNetwork network = network(ticket, optimizer);
    for (int step = 0; step < 50; step++) {
      network.step(SparseTrials.batch(step));
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
    SparseNetwork network = network(ticket, optimizer);
    assertThat(network.values()).isEqualTo(ticket.start().values());
    double first = IntStream.range(0, 20).mapToDouble(i -> step(network, i)).sum();
    IntStream.range(20, 300).forEach(i -> step(network, i));
    assertThat(IntStream.range(300, 320).mapToDouble(i -> step(network, i)).sum())
        .isLessThan(0.8 * first);
  }

  @Test
  void the_loss_is_the_cross_entropy_of_its_logits() {
    SparseNetwork network = network(ticket, optimizers().get(0));
    int[] batch = SparseTrials.batch(0);
    float[] logits = network.logits(SparseTrials.SAMPLES, batch);
    double sum = 0;
    for (int e = 0; e < batch.length; e++) {
      double total = 0;
      for (int c = 0; c < 4; c++) {
        total += Math.exp(logits[e * 4 + c]);
      }
      sum += Math.log(total) - logits[e * 4 + SparseTrials.SAMPLES.label(batch[e])];
    }
    assertThat(network.step(batch)).isCloseTo(sum / batch.length, within(1e-6));
  }

  @Test
  void logits_do_not_depend_on_what_stands_beside_an_example() {
    List<LayerSpec> layers = Trials.layers(9, 8, 6, 4);
    SparseNetwork network = network(Trials.ticket(layers, 0.7, 1), optimizers().get(0));
    int[] many = IntStream.range(0, 600).map(i -> i % 200).toArray();
    float[] logits = network.logits(SparseTrials.SAMPLES, many);
    assertThat(network.logits(SparseTrials.SAMPLES, new int[] {123}))
        .isEqualTo(Arrays.copyOfRange(logits, 4 * 123, 4 * 124))
        .isEqualTo(Arrays.copyOfRange(logits, 4 * 523, 4 * 524));
  }

  @Test
  void a_huge_learning_rate_ends_in_a_loss_that_is_not_finite() {
    List<LayerSpec> wide = Trials.layers(9, 300, 100, 4);
    SparseNetwork network =
        SparseTrials.network(
            wide,
            Trials.ticket(wide, 0.5, 1),
            Trials.sgd("1e9", "0.9", "0"),
            FastestKernels.choose());
    assertThat(IntStream.range(0, 100).mapToDouble(i -> step(network, i)))
        .anyMatch(loss -> !Double.isFinite(loss));
  }

  @Test
  void a_network_without_a_kept_weight_trains_its_biases() {
    SparseNetwork network = network(Trials.ticket(Trials.SMALL, 0, 1), optimizers().get(0));
    float[] before = network.values();
    step(network, 0);
    assertThat(network.values()).isNotEqualTo(before);
  }

  @Test
  void its_path_is_sparse() {
    assertThat(network(ticket, optimizers().get(0)).path()).isEqualTo("sparse");
  }

  private static double step(SparseNetwork network, int step) {
    return network.step(SparseTrials.batch(step));
  }

  private static SparseNetwork network(Ticket ticket, Optimizer optimizer) {
    return SparseTrials.network(Trials.SMALL, ticket, optimizer, new PlainKernels());
  }
}
