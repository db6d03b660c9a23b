package dev.winnow.lottery.criterion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.architecture.ParameterLayout;
import dev.winnow.architecture.Weights;
import dev.winnow.catalog.Choice;
import dev.winnow.lottery.Mask;
import dev.winnow.lottery.Networks;
import dev.winnow.lottery.ScoringContext;
import dev.winnow.lottery.ScoringContexts;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RandomScoreTest {
  @Test
  void every_weight_is_as_likely_to_stay_as_another() {
    ParameterLayout layout = Networks.layout(50);
    Weights weights = Networks.random(layout, 1);
    Mask dense = Mask.dense(layout);
    int[] hits = new int[50];
    for (int seed = 0; seed < 2_000; seed++) {
      ScoringContext context = ScoringContexts.of(dense, weights, weights, seed);
      float[] scores = new RandomScore().score(context, Choice.of("random"));
      IntStream.of(dense.keepHighest(scores, List.of(20)).survivors()).forEach(p -> hits[p]++);
    }
    // 2,000 draws of 20 in 50: mean 800, standard deviation 22.
    assertThat(IntStream.of(hits)).allSatisfy(count -> assertThat(count).isBetween(690, 910));
  }
}
