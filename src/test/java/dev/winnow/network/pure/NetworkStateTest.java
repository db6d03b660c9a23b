package dev.winnow.network.pure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.architecture.LayerSpec;
import dev.winnow.catalog.Choice;
import dev.winnow.engine.MapTrials;
import dev.winnow.engine.Trials;
import dev.winnow.kernels.FastestKernels;
import dev.winnow.lottery.Ticket;
import dev.winnow.network.NetworkState;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a network with convolutions and batch normalisation is between two steps. */
class NetworkStateTest {
  @Test
  void a_network_that_takes_up_anothers_state_goes_on_like_it() {
    for (List<LayerSpec> layers :
        List.of(MapTrials.LAYERS, MapTrials.NORMALISED, MapTrials.RESIDUAL)) {
      for (Choice optimizer :
          List.of(Trials.adam("0.003", "1e-8", "0.01"), Trials.sgd("0.02", "0.9", "0.01"))) {
        PureNetwork one = network(layers, optimizer);
        steps(one, 0, 5);
        NetworkState state = one.state();
        PureNetwork other = network(layers, optimizer);
        other.resume(state, 5);
        steps(one, 5, 10);
        steps(other, 5, 10);
        assertThat(other.state().arrays()).hasSameSizeAs(one.state().arrays());
        for (int i = 0; i < state.arrays().size(); i++) {
          assertThat(other.state().arrays().get(i)).isEqualTo(one.state().arrays().get(i));
          assertThat(one.state().arrays().get(i)).isNotEqualTo(state.arrays().get(i));
        }
      }
    }
  }

  private static void steps(PureNetwork network, int from, int to) {
    for (int step = from; step < to; step++) {
      network.step(MapTrials.batch(step));
    }
  }

  private static PureNetwork network(List<LayerSpec> layers, Choice optimizer) {
    Ticket ticket = Trials.ticket(layers, 0.4, 3);
    return new PureNetworks(
            layers,
            Trials.resolved(optimizer, MapTrials.BATCH, "10it", "5it"),
            new TrainingImages(MapTrials.SAMPLES, MapTrials.reader(), Optional.empty()),
            FastestKernels.choose())
        .of(ticket);
  }
}
