package dev.winnow.lottery.arm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.architecture.ParameterLayout;
import dev.winnow.catalog.Choice;
import dev.winnow.lottery.Mask;
import dev.winnow.lottery.Networks;
import dev.winnow.lottery.Ticket;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReinitSmallTest {
  private static final Choice CHOICE = new Choice("reinit-small", Map.of("perTicket", 1));

  private final ParameterLayout layout = Networks.layout(50, 10);
  private final Ticket ticket =
      new Ticket(Mask.keeping(layout, new int[] {3, 9, 55}), Networks.random(layout, 1));

  @Test
  void survivors_are_rewound_and_all_others_drawn_anew() {
    Ticket other = new ReinitSmall().control(ticket, CHOICE, new FixedContext(layout, 2));
    assertThat(other.mask()).isEqualTo(Mask.dense(layout));
    assertThat(other.start().value(3)).isEqualTo(Networks.random(layout, 1).value(3));
    assertThat(other.start().value(4)).isEqualTo(Networks.random(layout, 2).value(4));
  }
}
