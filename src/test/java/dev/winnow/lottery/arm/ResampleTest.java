package dev.winnow.lottery.arm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.architecture.ParameterLayout;
import dev.winnow.architecture.Weights;
import dev.winnow.catalog.Choice;
import dev.winnow.lottery.Mask;
import dev.winnow.lottery.Networks;
import dev.winnow.lottery.Ticket;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ResampleTest {
  private static final Choice CHOICE = new Choice("resample", Map.of("perTicket", 1));

  private final ParameterLayout layout = Networks.layout(50, 10);
  private final Ticket ticket =
      new Ticket(Mask.keeping(layout, new int[] {3, 9, 55}), Networks.random(layout, 1));

  @Test
  void every_kept_weight_comes_from_a_survivor_of_its_layer() {
    Weights initial = Networks.random(layout, 1);
    Set<Float> seen = new HashSet<>();
    for (int seed = 0; seed < 50; seed++) {
      Ticket other = new Resample().control(ticket, CHOICE, new FixedContext(layout, seed));
      assertThat(other.mask()).isEqualTo(ticket.mask());
      assertThat(other.start().value(3)).isIn(initial.value(3), initial.value(9));
      // Position 55 stands behind the first layer's bias.
      assertThat(other.start().value(56)).isEqualTo(initial.value(56));
      seen.add(other.start().value(3));
    }
    assertThat(seen).hasSize(2);
  }
}
