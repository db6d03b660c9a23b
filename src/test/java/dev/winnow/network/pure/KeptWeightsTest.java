package dev.winnow.network.pure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.architecture.LayerSpec;
import dev.winnow.architecture.ParameterLayout;
import dev.winnow.architecture.Weights;
import dev.winnow.catalog.Choice;
import dev.winnow.engine.Trials;
import dev.winnow.kernels.FastestKernels;
import dev.winnow.lottery.Mask;
import dev.winnow.lottery.Ticket;
import dev.winnow.training.ComputePath;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Three layers in which the second unit of the first and the first of the second lead nowhere. */
class KeptWeightsTest {
  private static final List<LayerSpec> LAYERS = Trials.layers(9, 3, 2, 4);
  private static final ParameterLayout LAYOUT = ParameterLayout.of(LAYERS);
  private static final Choice ADAM = Trials.adam("0.01", "1e-8", "0.1");

  /** fc1: 0 → 0, 1 → 1, 2 → 2. fc2: 0 → 1, 1 → 0, 2 → 1. fc3: 1 → 3. */
  private static final Mask MASK =
      Mask.keeping(LAYOUT, new int[] {0, 9 + 1, 18 + 2, 27 + 1, 27 + 3, 27 + 5, 33 + 7});

  private final Ticket ticket = ticket();

  private static Ticket ticket() {
    float[] values = new float[LAYOUT.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = 1 + i / 100f;
    }
    return new Ticket(MASK, new Weights(LAYOUT, values));
  }

  private KeptWeights kept(int layer) {
    SparseLayers sparseLayers = new SparseLayers(LAYERS, parameters(), true);
    int[] offsets = {0, 30, 38};
    return sparseLayers.kept(offsets[layer]).orElseThrow();
  }

  private TicketParameters parameters() {
    return new TicketParameters(
        ticket,
        Trials.PLANS.resolve(Trials.on(ComputePath.SPARSE, Trials.plan(ADAM, 10, "1it", "1it"))));
  }

  @Test
  void units_that_lead_nowhere_do_not_exist() {
    assertThat(kept(2).used()).containsExactly(1);
    assertThat(kept(2).inputs()).isEqualTo(1);
    assertThat(kept(2).pattern().rows()).isEqualTo(4);
    assertThat(kept(1).used()).containsExactly(0, 2);
    assertThat(kept(1).inputs()).isEqualTo(2);
    assertThat(kept(1).pattern().rowPointers()).containsExactly(0, 2);
    assertThat(kept(1).pattern().columnIndices()).containsExactly(0, 1);
    assertThat(kept(0).used()).containsExactly(0, 2);
    assertThat(kept(0).inputs()).isEqualTo(9);
    assertThat(kept(0).pattern().rowPointers()).containsExactly(0, 1, 2);
    assertThat(kept(0).pattern().columnIndices()).containsExactly(0, 2);
  }

  @Test
  void every_kept_value_is_connected_or_disconnected() {
    List<Parameters> all =
        IntStream.range(0, 3)
            .mapToObj(this::kept)
            .flatMap(kept -> List.of(kept.parameters(), kept.disconnected()).stream())
            .toList();
    assertThat(all).extracting(some -> some.values().length).containsExactly(4, 2, 3, 2, 5, 0);
    float[] flat = new float[LAYOUT.size()];
    all.forEach(some -> some.copyValues(flat));
    assertThat(flat).isEqualTo(ticket.start().values());
  }

  @Test
  void weights_without_effect_decay_as_on_the_dense_path() {
    PureNetwork sparse = network(ComputePath.SPARSE);
    PureNetwork dense = network(ComputePath.DENSE);
    for (int step = 0; step < 20; step++) {
      sparse.step(PureTrials.batch(step));
      dense.step(PureTrials.batch(step));
    }
    int disconnected = 9 + 1;
    assertThat(sparse.values()[disconnected])
        .isEqualTo(dense.values()[disconnected])
        .isLessThan(ticket.start().values()[disconnected]);
  }

  private PureNetwork network(ComputePath path) {
    return PureTrials.network(
        LAYERS, ticket, ADAM, path, PureTrials.MOSTLY_BACKGROUND, FastestKernels.choose());
  }

  @Test
  void only_kept_weights_that_read_kept_weights_leave_units_out() {
    LayerWeights layer =
        new LayerWeights(DenseShape.of((LayerSpec.Dense) LAYERS.get(1)), parameters(), 1, 30);
    KeptWeights alone = new KeptWeights(layer, Optional.empty(), Optional.empty());
    assertThat(alone.inputs()).isEqualTo(3);
    assertThat(alone.pattern().rowPointers()).containsExactly(0, 1, 3);
    assertThat(alone.appliesReluBackward()).isTrue();
    assertThat(alone.appliesReluBackwardBelow()).isFalse();
    assertThat(kept(1).appliesReluBackward()).isFalse();
    assertThat(kept(1).appliesReluBackwardBelow()).isTrue();
  }
}
