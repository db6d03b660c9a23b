package dev.winnow.command.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.winnow.architecture.ParameterLayout;
import dev.winnow.architecture.Weights;
import dev.winnow.lottery.Mask;
import dev.winnow.lottery.Ticket;
import dev.winnow.random.RandomStream;
import org.junit.jupiter.api.Test;

class PaperRoundsTest {
  private final PaperRounds paper = PaperRounds.lenet();
  private final Weights weights = draw();

  @Test
  void its_densities_are_the_papers() {
    assertThat(paper.kept()).hasSize(21);
    assertThat(100 * paper.density(0)).isEqualTo(100);
    assertThat(100 * paper.density(PaperRounds.SPARSE)).isCloseTo(13.5, within(0.05));
    assertThat(100 * paper.density(15)).isCloseTo(3.6, within(0.05));
    assertThat(100 * paper.density(20)).isCloseTo(1.2, within(0.05));
  }

  @Test
  void operations_leave_out_the_gradient_of_the_pixels() {
    double first = 784 * 300;
    double others = 300 * 100 + 100 * 10;
    assertThat(paper.iteration(0)).isEqualTo(60 * 2 * (2 * first + 3 * others));
    assertThat(paper.image(0)).isEqualTo(2 * (first + others));
  }

  @Test
  void a_ticket_keeps_the_largest_weights_of_each_layer() {
    Mask dense = paper.ticket(0, weights).mask();
    Ticket ticket = paper.ticket(9, weights);
    assertThat(dense.density()).isEqualTo(1);
    assertThat(ticket.mask().keptPerTensor()).isEqualTo(paper.kept().get(9));
    float least = Float.MAX_VALUE;
    float mostPruned = 0;
    for (int i = 0; i < 784 * 300; i++) {
      float size = Math.abs(weights.value(i));
      if (ticket.mask().keeps(i)) {
        least = Math.min(least, size);
      } else {
        mostPruned = Math.max(mostPruned, size);
      }
    }
    assertThat(least).isGreaterThanOrEqualTo(mostPruned);
  }

  private Weights draw() {
    ParameterLayout layout = ParameterLayout.of(paper.layers());
    RandomStream random = RandomStream.of(3, "test");
    float[] values = new float[layout.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return new Weights(layout, values);
  }
}
