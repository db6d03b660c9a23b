package dev.winnow.engine.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.winnow.architecture.LayerSpec;
import dev.winnow.catalog.Choice;
import dev.winnow.engine.MapTrials;
import dev.winnow.engine.Trials;
import dev.winnow.kernels.FastestKernels;
import dev.winnow.lottery.Ticket;
import dev.winnow.network.Network;
import dev.winnow.network.pure.PureNetworks;
import dev.winnow.network.pure.TrainingImages;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Convolutions, pooling, batch normalisation and shortcuts that DL4J computes against the same in
 * pure Java.
 */
class MapNetworkIT {
  private static final Choice SGD = Trials.sgd("0.02", "0.9", "0");

  /**
   * Layers, density and steps: the roundings of floats grow faster under normalisation, and where
   * filters of few weights give pixels so alike that rounding decides which one a pool takes.
   */
  static List<Arguments> networks() {
    return List.of(
        Arguments.of(MapTrials.LAYERS, 1, 30),
        Arguments.of(MapTrials.LAYERS, 0.3, 30),
        Arguments.of(MapTrials.NORMALISED, 1, 10),
        Arguments.of(MapTrials.NORMALISED, 0.3, 10),
        Arguments.of(MapTrials.AVERAGED, 1, 10),
        Arguments.of(MapTrials.AVERAGED, 0.3, 10),
        Arguments.of(MapTrials.DROPPED, 1, 30),
        Arguments.of(MapTrials.RESIDUAL, 1, 10),
        Arguments.of(MapTrials.RESIDUAL, 0.3, 10),
        Arguments.of(MapTrials.LISTED_BLOCKS, 1, 10),
        Arguments.of(MapTrials.LISTED_BLOCKS, 0.6, 10),
        Arguments.of(MapTrials.LISTED_STRIDES, 0.3, 30));
  }

  @ParameterizedTest
  @MethodSource("networks")
  void both_train_alike(List<LayerSpec> layers, double density, int steps) {
    Ticket ticket = Trials.ticket(layers, density, 5);
    try (Dl4jNetworks networks =
        new Dl4jNetworks(
            layers,
            Trials.resolved(SGD, MapTrials.BATCH, "1it", "1it"),
            MapTrials.SAMPLES,
            MapTrials.reader(),
            0)) {
      Network dl4j = networks.of(ticket);
      Network pure = pure(layers, ticket);
      assertThat(dl4j.values()).isEqualTo(pure.values());
      for (int step = 0; step < steps; step++) {
        dl4j.at(step);
        pure.at(step);
        double loss = pure.step(MapTrials.batch(step));
        assertThat(dl4j.step(MapTrials.batch(step))).isCloseTo(loss, within(1e-4 * loss));
      }
      assertThat(dl4j.values()).containsExactly(pure.values(), within(1e-4f));
      int[] some = MapTrials.batch(7);
      assertThat(dl4j.logits(MapTrials.SAMPLES, some))
          .containsExactly(pure.logits(MapTrials.SAMPLES, some), within(1e-3f));
    }
  }

  static List<List<LayerSpec>> layers() {
    return List.of(
        MapTrials.LAYERS,
        MapTrials.NORMALISED,
        MapTrials.AVERAGED,
        MapTrials.RESIDUAL,
        MapTrials.LISTED_BLOCKS);
  }

  @ParameterizedTest
  @MethodSource("layers")
  void values_come_back_in_the_order_of_the_layout(List<LayerSpec> layers) {
    Ticket ticket = Trials.ticket(layers, 1, 6);
    NativeLibrary.loadWithOneThread();
    try (Dl4jNetwork network = new Dl4jNetwork(layers, MapTrials.reader(), MapTrials.BATCH, 0)) {
      network.setValues(ticket.start().values());
      assertThat(network.values()).isEqualTo(ticket.start().values());
    }
  }

  private static Network pure(List<LayerSpec> layers, Ticket ticket) {
    return new PureNetworks(
            layers,
            Trials.resolved(SGD, MapTrials.BATCH, "1it", "1it"),
            new TrainingImages(MapTrials.SAMPLES, MapTrials.reader(), Optional.empty()),
            FastestKernels.choose())
        .of(ticket);
  }
}
