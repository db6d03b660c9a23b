package dev.winnow.lottery.arm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.architecture.ParameterLayout;
import dev.winnow.catalog.Choice;
import dev.winnow.lottery.Mask;
import dev.winnow.lottery.Networks;
import dev.winnow.lottery.Ticket;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RandomReinitTest {
  private static final Choice CHOICE = Choice.of("random-reinit");

  private final ParameterLayout layout = Networks.layout(50, 10);
  private final Ticket ticket =
      new Ticket(Mask.keeping(layout, new int[] {3, 9, 55}), Networks.random(layout, 1));

  @Test
  void the_mask_stays_and_every_kept_weight_is_new() {
    Ticket other = new RandomReinit().control(ticket, CHOICE, new FixedContext(layout, 2));
    assertThat(other.mask()).isEqualTo(ticket.mask());
    for (int index : new int[] {3, 9, 56}) {
      assertThat(other.start().value(index)).isNotZero().isNotEqualTo(ticket.start().value(index));
    }
  }

  @Test
  void a_ticket_has_as_many_as_the_definition_says() {
    assertThat(new RandomReinit().replicates(new Choice("random-reinit", Map.of("perTicket", 3))))
        .isEqualTo(3);
  }
}
