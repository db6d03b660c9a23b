package dev.winnow.lottery.criterion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.architecture.ParameterLayout;
import dev.winnow.architecture.Weights;
import dev.winnow.catalog.Choice;
import dev.winnow.lottery.GradientComputer;
import dev.winnow.lottery.Mask;
import dev.winnow.lottery.Networks;
import dev.winnow.lottery.ScoringContext;
import dev.winnow.lottery.ScoringContexts;
import dev.winnow.lottery.Ticket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SynFlowTest {
  private static final ParameterLayout LAYOUT = Networks.layout(300, 50);

  private final List<Ticket> asked = new ArrayList<>();

  /** All weights are of size 1, those with higher numbers carry more. */
  private final GradientComputer byPlace =
      (ticket, objective) -> {
        asked.add(ticket);
        float[] values = new float[LAYOUT.size()];
        for (int i = 0; i < values.length; i++) {
          values[i] = i;
        }
        return ticket.mask().apply(new Weights(LAYOUT, values));
      };

  @Test
  void one_pruning_goes_by_equal_ratios_and_measures_the_flow_before_each() {
    Mask mask = Mask.dense(LAYOUT);
    float[] scores = score(mask, List.of(3, 2), 4);
    assertThat(asked)
        .extracting(ticket -> ticket.mask().keptPerTensor())
        .containsExactly(List.of(300, 50), List.of(95, 23), List.of(30, 10), List.of(10, 5));
    assertThat(mask.keepHighest(scores, List.of(3, 2)).survivors())
        .containsExactly(297, 298, 299, 348, 349);
  }

  @Test
  void it_leaves_as_many_as_asked_from_any_mask_in_any_number_of_steps() {
    for (int seed = 0; seed < 40; seed++) {
      Mask mask =
          Mask.dense(LAYOUT)
              .keepHighest(
                  ScoringContext.prunable(Networks.random(LAYOUT, seed)),
                  List.of(300 - 7 * seed, 50 - seed));
      List<Integer> before = mask.keptPerTensor();
      List<Integer> keep = List.of(before.get(0) * seed / 40, before.get(1) * (40 - seed) / 40);
      for (int steps : new int[] {1, 2, 100}) {
        Mask pruned = mask.keepHighest(score(mask, keep, steps), keep);
        assertThat(pruned.keptPerTensor()).isEqualTo(keep);
        assertThat(mask.survivors()).contains(pruned.survivors());
      }
    }
  }

  private float[] score(Mask mask, List<Integer> keep, int steps) {
    float[] ones = new float[LAYOUT.size()];
    Arrays.fill(ones, 1);
    ScoringContext context =
        ScoringContexts.untrained(mask, mask.apply(new Weights(LAYOUT, ones)), keep, byPlace);
    return new SynFlow().score(context, new Choice("synflow", Map.of("steps", steps)));
  }
}
