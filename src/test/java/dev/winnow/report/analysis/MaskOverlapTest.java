package dev.winnow.report.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.winnow.architecture.Activation;
import dev.winnow.architecture.LayerSpec;
import dev.winnow.architecture.ParameterLayout;
import dev.winnow.lottery.Mask;
import dev.winnow.random.RandomStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MaskOverlapTest {
  private static final int SIZE = 400;
  private static final ParameterLayout LAYOUT =
      ParameterLayout.of(List.of(new LayerSpec.Dense("fc1", SIZE / 10, 10, Activation.IDENTITY)));

  private static Mask random(int seed, int kept) {
    int[] order = RandomStream.of(seed, "mask-overlap-test").permutation(SIZE);
    return Mask.keeping(LAYOUT, Arrays.copyOf(order, kept));
  }

  @Test
  void a_mask_has_all_in_common_with_itself() {
    MaskOverlap.Layer layer = MaskOverlap.of(2, random(1, 80), random(1, 80)).layers().get(0);
    assertThat(layer.common()).isEqualTo(80);
    assertThat(layer.expected()).isCloseTo(16, within(1e-12));
  }

  @Test
  void a_mask_that_keeps_all_leaves_nothing_to_chance() {
    MaskOverlap.Layer layer = MaskOverlap.of(2, random(1, 80), Mask.dense(LAYOUT)).layers().get(0);
    assertThat(layer.common()).isEqualTo(80);
    assertThat(layer.expected()).isEqualTo(80);
    assertThat(layer.standardDeviation()).isZero();
  }

  @Test
  void random_masks_have_in_common_what_chance_gives() {
    List<MaskOverlap.Layer> layers =
        IntStream.range(0, 2_000)
            .mapToObj(i -> MaskOverlap.of(2, random(2 * i, 80), random(2 * i + 1, 120)))
            .map(overlap -> overlap.layers().get(0))
            .toList();
    double mean = layers.stream().mapToInt(MaskOverlap.Layer::common).average().orElseThrow();
    double variance =
        layers.stream().mapToDouble(l -> Math.pow(l.common() - mean, 2)).sum() / 1_999;
    double expected = layers.get(0).expected();
    double deviation = layers.get(0).standardDeviation();
    // Five standard errors of a mean of 2,000, and of a variance of 2,000.
    assertThat(mean).isCloseTo(expected, within(5 * deviation / Math.sqrt(2_000)));
    assertThat(variance / (deviation * deviation)).isCloseTo(1, within(5 * Math.sqrt(2 / 2_000.0)));
  }
}
