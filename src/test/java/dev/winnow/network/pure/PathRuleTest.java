package dev.winnow.network.pure;

import static org.assertj.core.api.Assertions.assertThat;

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
  void fewer_weights_of_a_layer_that_reads_ink_are_computed_alone() {
    assertThat(PathRule.isSparse(ComputePath.AUTO, 0.17, true)).isTrue();
    assertThat(PathRule.isSparse(ComputePath.AUTO, 0.18, true)).isFalse();
  }

  @Test
  void the_definition_has_the_last_word() {
    assertThat(PathRule.isSparse(ComputePath.SPARSE, 1, true)).isTrue();
    assertThat(PathRule.isSparse(ComputePath.DENSE, 0.01, false)).isFalse();
  }
}
