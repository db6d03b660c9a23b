package dev.winnow.lottery.arm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.architecture.ParameterLayout;
import dev.winnow.architecture.Weights;
import dev.winnow.catalog.Choice;
import dev.winnow.lottery.Mask;
import dev.winnow.lottery.Networks;
import dev.winnow.lottery.Ticket;
import org.junit.jupiter.api.Test;

class OneShotTest {
  private static final Choice CHOICE = Choice.of("one-shot");

  private final ParameterLayout layout = Networks.layout(50, 10);
  private final Ticket ticket =
      new Ticket(Mask.keeping(layout, new int[] {3, 9, 55}), Networks.random(layout, 1));

  @Test
  void the_mask_of_one_shot_pruning_is_rewound_as_the_ticket_is() {
    Weights initial = Networks.random(layout, 1);
    Ticket other = new OneShot().control(ticket, CHOICE, new FixedContext(layout, 2));
    assertThat(other.mask().survivors()).containsExactly(0, 59);
    assertThat(other.start()).isEqualTo(other.mask().apply(initial));
  }
}
