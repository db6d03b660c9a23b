package dev.winnow.lottery.arm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.architecture.ParameterLayout;
import dev.winnow.architecture.Weights;
import dev.winnow.catalog.Choice;
import dev.winnow.lottery.Mask;
import dev.winnow.lottery.Networks;
import dev.winnow.lottery.Ticket;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PerturbTest {
  private static final Choice CHOICE =
      new Choice("perturb", Map.of("sigma", new BigDecimal("1.5")));

  private final ParameterLayout layout = Networks.layout(50, 10);
  private final Ticket ticket =
      new Ticket(Mask.keeping(layout, new int[] {3, 9, 55}), Networks.random(layout, 1));

  @Test
  void the_noise_has_sigma_times_the_deviation_of_the_layer() {
    ParameterLayout large = Networks.layout(20_000, 10);
    Weights initial = Networks.random(large, 1);
    Ticket dense = new Ticket(Mask.dense(large), initial);
    Ticket other = new Perturb().control(dense, CHOICE, new FixedContext(large, 2));
    float[] noise = other.start().values();
    for (int i = 0; i < noise.length; i++) {
      noise[i] -= initial.value(i);
    }
    ParameterLayout.Place first = large.prunable().get(0);
    // The standard deviation of 20,000 draws is known to 0.5 %.
    assertThat(new Weights(large, noise).deviation(first) / initial.deviation(first))
        .isBetween(1.47, 1.53);
    assertThat(noise[20_000]).as("a bias").isZero();
  }

  @Test
  void the_mask_stays() {
    Ticket other = new Perturb().control(ticket, CHOICE, new FixedContext(layout, 2));
    assertThat(other.mask()).isEqualTo(ticket.mask());
    assertThat(other.start()).isNotEqualTo(ticket.start());
  }
}
