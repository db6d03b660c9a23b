package dev.winnow.lottery.arm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.architecture.ParameterLayout;
import dev.winnow.architecture.Weights;
import dev.winnow.catalog.Choice;
import dev.winnow.lottery.Mask;
import dev.winnow.lottery.Networks;
import dev.winnow.lottery.Ticket;
import org.junit.jupiter.api.Test;

class ShuffledMaskTest {
  private static final Choice CHOICE = Choice.of("shuffled-mask");

  private final ParameterLayout layout = Networks.layout(50, 10);
  private final Ticket ticket =
      new Ticket(Mask.keeping(layout, new int[] {3, 9, 55}), Networks.random(layout, 1));

  @Test
  void the_counts_stay_at_other_places_with_the_initial_weights_of_those_places() {
    Weights initial = Networks.random(layout, 1);
    Ticket other = new ShuffledMask().control(ticket, CHOICE, new FixedContext(layout, 2));
    assertThat(other.mask().keptPerTensor()).containsExactly(2, 1);
    assertThat(other.mask()).isNotEqualTo(ticket.mask());
    assertThat(other.start()).isEqualTo(other.mask().apply(initial));
  }
}
