package dev.winnow.network.pure;

import static dev.winnow.architecture.Activation.RELU;
import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.architecture.LayerSpec;
import dev.winnow.training.ComputePath;
import org.junit.jupiter.api.Test;

class PathRuleTest {
  @Test
  void few_weights_are_computed_alone() {
    assertThat(PathRule.isSparse(ComputePath.AUTO, 0, false)).isTrue();
    assertThat(PathRule.isSparse(ComputePath.AUTO, 0.45, false)).isTrue();
    assertThat(PathRule.isSparse(ComputePath.AUTO, 0.46, false)).isFalse();
    assertThat(PathRule.isSparse(ComputePath.AUTO, 1, false)).isFalse();
  }

  @Test
  void fewer_weights_of_a_layer_that_reads_sparse_input_are_computed_alone() {
    assertThat(PathRule.isSparse(ComputePath.AUTO, 0.17, true)).isTrue();
    assertThat(PathRule.isSparse(ComputePath.AUTO, 0.18, true)).isFalse();
  }

  @Test
  void the_definition_has_the_last_word() {
    assertThat(PathRule.isSparse(ComputePath.SPARSE, 1, true)).isTrue();
    assertThat(PathRule.isSparse(ComputePath.DENSE, 0.01, false)).isFalse();
  }

  @Test
  void many_channels_with_kernels_of_three_and_stride_one_go_by_winograd() {
    assertThat(isWinograd(64, 64, 3, 8, 2, 1)).isTrue();
    assertThat(isWinograd(512, 1024, 3, 2, 2, 1)).isTrue();
    assertThat(isWinograd(63, 64, 3, 8, 8, 1)).isFalse();
    assertThat(isWinograd(64, 63, 3, 8, 8, 1)).isFalse();
    assertThat(isWinograd(64, 1025, 3, 8, 8, 1)).isFalse();
    assertThat(isWinograd(64, 64, 1, 8, 8, 1)).isFalse();
    assertThat(isWinograd(64, 64, 3, 7, 8, 1)).isFalse();
    assertThat(isWinograd(64, 64, 3, 8, 7, 1)).isFalse();
    assertThat(isWinograd(64, 64, 3, 8, 8, 2)).isFalse();
  }

  private static boolean isWinograd(
      int in, int out, int kernel, int height, int width, int stride) {
    LayerSpec.Convolution spec =
        new LayerSpec.Convolution("conv1", in, out, kernel, height, width, stride, RELU);
    assertThat(PathRule.isWinograd(ComputePath.DIRECT, spec)).isFalse();
    return PathRule.isWinograd(ComputePath.AUTO, spec);
  }
}
