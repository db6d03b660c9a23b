package dev.winnow.lottery.arm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.architecture.ParameterLayout;
import dev.winnow.catalog.Choice;
import dev.winnow.lottery.Mask;
import dev.winnow.lottery.Networks;
import dev.winnow.lottery.Ticket;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RandomMaskTest {
  private static final Choice CHOICE = Choice.of("random-mask");

  private final ParameterLayout layout = Networks.layout(50, 10);
  private final Ticket ticket =
      new Ticket(
          Mask.keeping(
              layout, IntStream.concat(IntStream.range(0, 20), IntStream.of(55)).toArray()),
          Networks.random(layout, 1));

  @Test
  void every_layer_keeps_its_count_at_other_places() {
    Ticket other = new RandomMask().control(ticket, CHOICE, new FixedContext(layout, 2));
    assertThat(other.mask().keptPerTensor()).containsExactly(20, 1);
    assertThat(other.mask()).isNotEqualTo(ticket.mask());
  }

  @Test
  void every_place_is_as_likely_as_another() {
    int[] hits = new int[50];
    for (int seed = 0; seed < 2_000; seed++) {
      Mask mask = new RandomMask().control(ticket, CHOICE, new FixedContext(layout, seed)).mask();
      IntStream.of(mask.survivors(0)).forEach(position -> hits[position]++);
    }
    // 2,000 draws of 20 in 50: mean 800, standard deviation 22.
    assertThat(IntStream.of(hits)).allSatisfy(count -> assertThat(count).isBetween(690, 910));
  }
}
