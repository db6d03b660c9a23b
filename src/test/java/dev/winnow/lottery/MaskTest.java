package dev.winnow.lottery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.winnow.architecture.ParameterLayout;
import dev.winnow.architecture.Weights;
import dev.winnow.random.RandomStream;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MaskTest {
  private final ParameterLayout layout = Networks.small();

  @Test
  void the_dense_mask_keeps_every_weight_and_counts_no_bias() {
    Mask mask = Mask.dense(layout);
    assertThat(mask.size()).isEqualTo(18);
    assertThat(mask.kept()).isEqualTo(18);
    assertThat(mask.keptPerTensor()).containsExactly(12, 6);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void pruning_keeps_exactly_as_many_as_asked_and_none_lower_than_what_goes(long seed) {
    RandomStream random = RandomStream.of(seed, "test");
    ParameterLayout large = Networks.layout(1 + random.nextInt(200), 1 + random.nextInt(200));
    Mask mask = Mask.dense(large);
    for (int round = 0; round < 5; round++) {
      float[] scores = new float[mask.size()];
      for (int i = 0; i < scores.length; i++) {
        scores[i] = random.nextInt(10) - 5;
      }
      List<Integer> keep =
          mask.keptPerTensor().stream().map(kept -> random.nextInt(kept + 1)).toList();
      Mask next = mask.keepHighest(scores, keep);
      assertThat(next.keptPerTensor()).isEqualTo(keep);
      assertThat(IntStream.of(next.survivors())).allMatch(mask::keeps);
      assertRanked(mask, next, scores);
      mask = next;
    }
  }

  private static void assertRanked(Mask mask, Mask next, float[] scores) {
    for (int t = 0; t < 2; t++) {
      int tensor = t;
      double lowestKept =
          IntStream.of(next.survivors(t)).mapToDouble(p -> scores[p]).min().orElse(100);
      double highestGone =
          IntStream.of(mask.survivors(tensor))
              .filter(p -> !next.keeps(p))
              .mapToDouble(p -> scores[p])
              .max()
              .orElse(-100);
      assertThat(highestGone).isLessThanOrEqualTo(lowestKept);
    }
  }

  @Test
  void layers_that_are_ranked_together_keep_the_best_of_all() {
    float[] scores = ascending();
    scores[0] = 100;
    Mask mask = Mask.dense(layout).keepBest(scores, List.of(new LayerBudget(List.of(0, 1), 4)));
    assertThat(mask.survivors()).containsExactly(0, 15, 16, 17);
  }

  @Test
  void of_equal_scores_the_lower_position_goes_first() {
    Mask mask = Mask.dense(layout).keepHighest(new float[18], List.of(2, 1));
    assertThat(mask.survivors()).containsExactly(10, 11, 17);
  }

  @Test
  void zero_is_zero_whatever_its_sign() {
    float[] scores = new float[18];
    scores[17] = -0.0f;
    scores[0] = -1;
    Mask mask = Mask.dense(layout).keepHighest(scores, List.of(11, 1));
    assertThat(mask.survivors()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 17);
  }

  @Test
  void a_pruned_weight_never_comes_back_however_high_its_score() {
    Mask first = Mask.dense(layout).keepHighest(ascending(), List.of(6, 3));
    float[] reversed = new float[18];
    for (int i = 0; i < 18; i++) {
      reversed[i] = -i;
    }
    assertThat(first.keepHighest(reversed, List.of(6, 3))).isEqualTo(first);
  }

  @Test
  void a_score_that_is_not_a_number_is_refused_only_where_it_counts() {
    float[] scores = ascending();
    Mask mask = Mask.dense(layout).keepHighest(scores, List.of(6, 3));
    scores[0] = Float.NaN;
    assertThat(mask.keepHighest(scores, List.of(5, 3)).kept()).isEqualTo(8);
    scores[11] = Float.NaN;
    assertThatIllegalArgumentException()
        .isThrownBy(() -> mask.keepHighest(scores, List.of(5, 3)))
        .withMessageContaining("position 11");
  }

  @Test
  void more_than_there_is_cannot_be_kept() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Mask.dense(layout).keepHighest(ascending(), List.of(13, 6)))
        .withMessageContaining("Cannot keep 13 of the 12 weights left in fc1.weight");
  }

  @Test
  void applying_a_mask_gives_positive_zeros_and_leaves_biases() {
    Weights weights = Networks.random(layout, 1);
    Mask mask = Mask.dense(layout).keepHighest(ascending(), List.of(6, 3));
    float[] before = weights.values();
    float[] after = mask.apply(weights).values();
    for (int i = 0; i < 6; i++) {
      assertThat(Float.floatToRawIntBits(after[i])).isZero();
    }
    for (int i : new int[] {6, 7, 11, 12, 13, 14, 18, 19, 20, 21, 22}) {
      assertThat(after[i]).isEqualTo(before[i]);
    }
  }

  @Test
  void the_bits_stand_where_the_positions_say() {
    Mask mask = Mask.keeping(Networks.layout(70), new int[] {0, 63, 64});
    assertThat(mask.toWords()).containsExactly(1L | 1L << 63, 1L);
  }

  private static float[] ascending() {
    float[] scores = new float[18];
    for (int i = 0; i < 18; i++) {
      scores[i] = i;
    }
    return scores;
  }
}
