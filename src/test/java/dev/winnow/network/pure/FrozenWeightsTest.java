package dev.winnow.network.pure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.architecture.LayerSpec;
import dev.winnow.architecture.ParameterLayout;
import dev.winnow.catalog.Choice;
import dev.winnow.engine.MapTrials;
import dev.winnow.engine.Trials;
import dev.winnow.kernels.PlainKernels;
import dev.winnow.lottery.Mask;
import dev.winnow.lottery.Ticket;
import dev.winnow.training.ComputePath;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Pruned weights that stay at their initial values take part, and never move. */
class FrozenWeightsTest {
  private static final Choice ADAM = Trials.adam("0.01", "1e-8", "0.1");

  @Test
  void in_fully_connected_layers() {
    Ticket frozen = frozen(Trials.SMALL);
    Ticket dense = new Ticket(Mask.dense(frozen.mask().layout()), frozen.start());
    PureNetwork network = network(frozen);
    assertThat(network.path()).isEqualTo("dense");
    assertThat(network.step(PureTrials.batch(0)))
        .as("the loss before the first update")
        .isEqualTo(network(dense).step(PureTrials.batch(0)));
    for (int step = 1; step < 20; step++) {
      network.step(PureTrials.batch(step));
    }
    assertOnlyKeptWeightsMoved(frozen, network.values());
  }

  private static PureNetwork network(Ticket ticket) {
    return PureTrials.network(
        Trials.SMALL, ticket, ADAM, ComputePath.AUTO, PureTrials.FULL, new PlainKernels());
  }

  @Test
  void in_convolutions() {
    Ticket frozen = frozen(MapTrials.LAYERS);
    PureNetwork network =
        new PureNetworks(
                MapTrials.LAYERS,
                Trials.resolved(ADAM, MapTrials.BATCH, "1it", "1it"),
                new TrainingImages(MapTrials.SAMPLES, MapTrials.reader(), Optional.empty()),
                new PlainKernels())
            .of(frozen);
    for (int step = 0; step < 5; step++) {
      network.step(MapTrials.batch(step));
    }
    assertOnlyKeptWeightsMoved(frozen, network.values());
  }

  /** So few are kept that the sparse path would pay if the others were zero. */
  private static Ticket frozen(List<LayerSpec> layers) {
    Ticket whole = Trials.ticket(layers, 1, 2);
    return new Ticket(Trials.ticket(layers, 0.1, 2).mask(), whole.start(), true);
  }

  private static void assertOnlyKeptWeightsMoved(Ticket ticket, float[] values) {
    int position = 0;
    int moved = 0;
    for (ParameterLayout.Place place : ticket.mask().layout().prunable()) {
      for (int i = place.offset(); i < place.end(); i++, position++) {
        if (!ticket.mask().keeps(position)) {
          assertThat(values[i]).isEqualTo(ticket.start().value(i)).isNotZero();
        } else if (values[i] != ticket.start().value(i)) {
          moved++;
        }
      }
    }
    assertThat(moved).isPositive();
  }
}
