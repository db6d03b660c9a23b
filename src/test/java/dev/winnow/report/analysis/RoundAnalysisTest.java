package dev.winnow.report.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.winnow.architecture.Activation;
import dev.winnow.architecture.LayerSpec;
import dev.winnow.architecture.ParameterLayout;
import dev.winnow.architecture.Weights;
import dev.winnow.lottery.Mask;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RoundAnalysisTest {
  /** Weight [2, 3], bias [2], weight [1, 2], bias [1]. */
  private static final ParameterLayout LAYOUT =
      ParameterLayout.of(
          List.of(
              new LayerSpec.Dense("fc1", 3, 2, Activation.RELU),
              new LayerSpec.Dense("fc2", 2, 1, Activation.IDENTITY)));

  private static final Weights INITIAL =
      new Weights(LAYOUT, new float[] {1, -2, 3, -4, 0.5f, 0, 9, 9, 1, -1, 9});
  private static final Weights TRAINED =
      new Weights(LAYOUT, new float[] {-1, -3, 3, 0, 0.25f, 0, 8, 8, 2, -2, 8});
  private static final Mask MASK = Mask.keeping(LAYOUT, new int[] {0, 1, 2, 4, 6, 7});

  private static LayerAnalysis first(Optional<Mask> next) {
    return first(new TrainedTicket(MASK, next, INITIAL, TRAINED));
  }

  private static LayerAnalysis first(TrainedTicket ticket) {
    return RoundAnalysis.of(1, 2, ticket).layers().get(0);
  }

  @Test
  void travel_and_signs_are_those_of_the_kept_weights() {
    LayerAnalysis layer = first(Optional.empty());
    assertThat(layer.kept()).isEqualTo(4);
    assertThat(layer.size()).isEqualTo(6);
    assertThat(layer.travelKept()).isCloseTo((2 + 1 + 0 + 0.25) / 4, within(1e-12));
    assertThat(layer.travelPruned()).isNull();
    assertThat(layer.signChanges()).isEqualTo(0.25);
  }

  @Test
  void where_the_next_mask_is_known_kept_and_pruned_weights_travel_apart() {
    LayerAnalysis layer = first(Optional.of(Mask.keeping(LAYOUT, new int[] {1, 2, 7})));
    assertThat(layer.travelKept()).isCloseTo(0.5, within(1e-12));
    assertThat(layer.travelPruned()).isCloseTo((2 + 0.25) / 2, within(1e-12));
  }

  @Test
  void degrees_count_kept_weights_by_output_and_by_input() {
    LayerAnalysis layer = first(Optional.empty());
    assertThat(layer.outputDegrees()).containsExactly(3, 1);
    assertThat(layer.inputDegrees()).containsExactly(1, 2, 1);
  }

  @Test
  void a_kernel_counts_for_its_channels() {
    ParameterLayout layout =
        ParameterLayout.of(
            List.of(new LayerSpec.Convolution("conv1", 2, 3, 3, 4, 4, 1, Activation.RELU)));
    // Position 18 is output 1, input 0, the first of 9; position 17 is output 0, input 1, the last.
    Mask mask = Mask.keeping(layout, new int[] {0, 17, 18, 53});
    Weights zero = new Weights(layout, new float[layout.size()]);
    LayerAnalysis layer = first(new TrainedTicket(mask, Optional.empty(), zero, zero));
    assertThat(layer.outputDegrees()).containsExactly(2, 1, 1);
    assertThat(layer.inputDegrees()).containsExactly(2, 2);
  }

  @Test
  void the_histograms_share_bins_that_hold_the_largest_weight() {
    LayerAnalysis layer = first(Optional.empty());
    assertThat(layer.initial().from()).isEqualTo(-4);
    assertThat(layer.initial().to()).isEqualTo(4);
    assertThat(sum(layer.initial())).isEqualTo(6);
    assertThat(sum(layer.surviving())).isEqualTo(4);
    assertThat(sum(layer.trained())).isEqualTo(4);
    assertThat(layer.initial().counts().get(0)).as("-4 is in the first bin").isOne();
    assertThat(layer.trained().counts().get(0)).as("and was pruned").isZero();
  }

  @Test
  void a_layer_with_nothing_left_has_no_means() {
    Mask none = Mask.keeping(LAYOUT, new int[0]);
    LayerAnalysis layer = first(new TrainedTicket(none, Optional.empty(), INITIAL, TRAINED));
    assertThat(layer.travelKept()).isNull();
    assertThat(layer.signChanges()).isNull();
    assertThat(sum(layer.surviving())).isZero();
  }

  private static int sum(Histogram histogram) {
    return histogram.counts().stream().mapToInt(Integer::intValue).sum();
  }

  @Test
  void bins_are_half_open_but_for_the_last() {
    double[] values = IntStream.rangeClosed(0, 4).mapToDouble(i -> i / 4.0).toArray();
    assertThat(Histogram.of(values, 0, 1, 2).counts()).containsExactly(2, 3);
  }
}
