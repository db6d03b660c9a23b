package dev.winnow.engine.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.winnow.architecture.LayerSpec;
import dev.winnow.engine.MapTrials;
import dev.winnow.engine.Trials;
import dev.winnow.engine.loop.Network;
import dev.winnow.engine.pure.FastestKernels;
import dev.winnow.engine.pure.PureNetworks;
import dev.winnow.lottery.Ticket;
import dev.winnow.training.Optimizer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Convolutions and pooling that DL4J computes against the same in pure Java. */
class MapNetworkIT {
  private static final List<LayerSpec> LAYERS = MapTrials.LAYERS;
  private static final Optimizer SGD = Trials.sgd("0.02", "0.9", "0");

  @ParameterizedTest
  @ValueSource(doubles = {1, 0.3})
  void both_train_alike(double density) {
    Ticket ticket = Trials.ticket(LAYERS, density, 5);
    try (Dl4jNetworks networks =
        new Dl4jNetworks(
            LAYERS,
            Trials.plan(SGD, MapTrials.BATCH, "1it", "1it"),
            MapTrials.SAMPLES,
            MapTrials.reader())) {
      Network dl4j = networks.of(ticket);
      Network pure = pure(ticket);
      assertThat(dl4j.values()).isEqualTo(pure.values());
      for (int step = 0; step < 30; step++) {
        double loss = pure.step(MapTrials.batch(step));
        assertThat(dl4j.step(MapTrials.batch(step))).isCloseTo(loss, within(1e-4 * loss));
      }
      assertThat(dl4j.values()).containsExactly(pure.values(), within(1e-4f));
      int[] some = MapTrials.batch(7);
      assertThat(dl4j.logits(MapTrials.SAMPLES, some))
          .containsExactly(pure.logits(MapTrials.SAMPLES, some), within(1e-3f));
    }
  }

  @Test
  void values_come_back_in_the_order_of_the_layout() {
    Ticket ticket = Trials.ticket(LAYERS, 1, 6);
    NativeLibrary.loadWithOneThread();
    try (Dl4jNetwork network = new Dl4jNetwork(LAYERS, MapTrials.reader(), MapTrials.BATCH)) {
      network.setValues(ticket.start().values());
      assertThat(network.values()).isEqualTo(ticket.start().values());
    }
  }

  private static Network pure(Ticket ticket) {
    return new PureNetworks(
            LAYERS,
            Trials.plan(SGD, MapTrials.BATCH, "1it", "1it"),
            MapTrials.SAMPLES,
            MapTrials.reader(),
            Optional.empty(),
            FastestKernels.choose())
        .of(ticket);
  }
}
