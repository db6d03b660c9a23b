package dev.winnow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.architecture.LayerSpec;
import dev.winnow.engine.dl4j.Dl4jNetworks;
import dev.winnow.kernels.FastestKernels;
import dev.winnow.lottery.Ticket;
import dev.winnow.network.Network;
import dev.winnow.network.Networks;
import dev.winnow.network.pure.PureNetworks;
import dev.winnow.network.pure.TrainingImages;
import dev.winnow.training.ResolvedPlan;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The gradient that a network gives without a step. */
class BatchGradientIT {
  /** With them the velocity after one step is the gradient. */
  private static final ResolvedPlan PLAIN =
      Trials.resolved(Trials.sgd("1", "0", "0"), MapTrials.BATCH, "1it", "1it");

  static List<List<LayerSpec>> layers() {
    return List.of(MapTrials.LAYERS, MapTrials.NORMALISED, MapTrials.RESIDUAL);
  }

  @ParameterizedTest
  @MethodSource("layers")
  void it_changes_nothing_and_is_to_the_bit_what_a_step_is_made_of(List<LayerSpec> layers) {
    Ticket ticket = Trials.ticket(layers, 0.4, 3);
    try (Networks pure =
            new PureNetworks(
                layers,
                PLAIN,
                new TrainingImages(MapTrials.SAMPLES, MapTrials.reader(), Optional.empty()),
                FastestKernels.choose());
        Networks dl4j = new Dl4jNetworks(layers, PLAIN, MapTrials.SAMPLES, MapTrials.reader(), 0)) {
      check(pure.of(ticket));
      check(dl4j.of(ticket));
    }
  }

  private static void check(Network network) {
    float[] before = network.values();
    float[] gradient = network.gradient(MapTrials.batch(0));
    assertThat(network.values()).isEqualTo(before);
    assertThat(network.state().memory().get(0)).containsOnly(0);
    network.step(MapTrials.batch(0));
    assertThat(network.state().memory().get(0)).isEqualTo(gradient);
    assertThat(network.values()).isNotEqualTo(before);
  }
}
