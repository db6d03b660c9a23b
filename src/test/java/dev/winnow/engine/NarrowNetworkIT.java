package dev.winnow.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.winnow.architecture.LayerSpec;
import dev.winnow.architecture.ParameterLayout;
import dev.winnow.architecture.Weights;
import dev.winnow.catalog.Choice;
import dev.winnow.lottery.ArmChoice;
import dev.winnow.lottery.Mask;
import dev.winnow.lottery.Networks;
import dev.winnow.lottery.RoundSet;
import dev.winnow.lottery.RunKey;
import dev.winnow.lottery.ScoringContext;
import dev.winnow.lottery.Ticket;
import dev.winnow.lottery.Tickets;
import dev.winnow.lottery.Trained;
import dev.winnow.lottery.Trainer;
import dev.winnow.lottery.arm.ArmsForTests;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A narrow network inside a wide one learns as it does by itself. */
class NarrowNetworkIT {
  @Test
  void the_units_left_out_change_nothing() {
    ParameterLayout wide = ParameterLayout.of(Trials.SMALL);
    Ticket inside = matchedDense(wide, Trials.ticket(Trials.SMALL, 0.5, 1));
    List<Integer> kept = inside.mask().keptPerTensor();
    int first = kept.get(0) / 9;
    int second = kept.get(1) / first;
    assertThat(first).isBetween(2, 7);
    List<LayerSpec> layers = Trials.layers(9, first, second, 4);
    Ticket alone = alone(ParameterLayout.of(layers), inside);
    Trained one = train(Trials.SMALL, inside);
    Trained other = train(layers, alone);
    float[] values = ScoringContext.prunable(one.finalWeights());
    float[] own = ScoringContext.prunable(other.finalWeights());
    int[] survivors = inside.mask().survivors();
    assertThat(own).hasSameSizeAs(survivors);
    for (int i = 0; i < own.length; i++) {
      assertThat(values[survivors[i]]).isCloseTo(own[i], within(1e-4f));
    }
    assertThat(one.atEnd().validation().loss())
        .isCloseTo(other.atEnd().validation().loss(), within(1e-5));
    assertThat(one.atEnd().correct()).isEqualTo(other.atEnd().correct());
    ParameterLayout.Place biases = wide.places().get(1);
    for (int i = biases.offset() + first; i < biases.end(); i++) {
      assertThat(one.finalWeights().value(i)).isZero();
    }
  }

  private static Ticket matchedDense(ParameterLayout layout, Ticket ticket) {
    Tickets tickets =
        new Tickets(layout, Networks.gaussian(), Choice.of("gaussian"), ArmsForTests.all(), 3);
    ArmChoice arm = new ArmChoice("narrow", "matched-dense", RoundSet.parse("1"), Map.of());
    RunKey run = new RunKey(1, "narrow", 1);
    return tickets.control(run, arm, ticket, ticket.start(), ticket::mask);
  }

  private static Ticket alone(ParameterLayout layout, Ticket inside) {
    float[] prunable = ScoringContext.prunable(inside.start());
    float[] values = new float[layout.size()];
    int[] survivors = inside.mask().survivors();
    int next = 0;
    for (ParameterLayout.Place place : layout.prunable()) {
      for (int i = place.offset(); i < place.end(); i++) {
        values[i] = prunable[survivors[next++]];
      }
    }
    return new Ticket(Mask.dense(layout), new Weights(layout, values));
  }

  private static Trained train(List<LayerSpec> layers, Ticket ticket) {
    TrialSetup small = Trials.small(Trials.adam("0.01", "1e-8", "0"), "60it", "20it");
    TrialSetup setup = new TrialSetup(small.dataset(), layers, small.plan(), small.seed());
    Blobs blobs = new Blobs();
    try (Trainer trainer = LocalEngine.open(Trials.PLANS, setup, blobs, blobs.read())) {
      return (Trained) trainer.train(ticket, (point, of) -> {});
    }
  }
}
