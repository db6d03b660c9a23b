package dev.winnow.lottery.criterion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.architecture.ParameterLayout;
import dev.winnow.architecture.Weights;
import dev.winnow.catalog.Choice;
import dev.winnow.lottery.GradientComputer;
import dev.winnow.lottery.Mask;
import dev.winnow.lottery.Networks;
import dev.winnow.lottery.Objective;
import dev.winnow.lottery.ScoringContext;
import dev.winnow.lottery.ScoringContexts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SnipTest {
  private static final ParameterLayout LAYOUT = Networks.layout(3, 2);
  private static final Choice CHOICE = new Choice("snip", Map.of("examples", 64));

  @Test
  void a_weight_counts_as_much_as_the_loss_feels_it() {
    Weights weights = new Weights(LAYOUT, new float[] {-2, 0.5f, 1, 100, -4, 3, 100});
    Weights gradient = new Weights(LAYOUT, new float[] {1, -8, 0, 7, -0.25f, -2, 7});
    List<Objective> asked = new ArrayList<>();
    GradientComputer gradients =
        (ticket, objective) -> {
          assertThat(ticket.start()).isEqualTo(weights);
          asked.add(objective);
          return gradient;
        };
    ScoringContext context =
        ScoringContexts.untrained(Mask.dense(LAYOUT), weights, List.of(1, 1), gradients);
    assertThat(new Snip().score(context, CHOICE)).containsExactly(2, 4, 0, 1, 6);
    assertThat(asked)
        .singleElement()
        .isInstanceOfSatisfying(
            Objective.Loss.class, loss -> assertThat(loss.examples()).isEqualTo(64));
  }
}
