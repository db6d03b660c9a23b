package dev.winnow.engine.pure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.training.PathChoice;
import org.junit.jupiter.api.Test;

class PathRuleTest {
  @Test
  void few_weights_are_computed_alone() {
    assertThat(PathRule.isSparse(PathChoice.AUTO, 0)).isTrue();
    assertThat(PathRule.isSparse(PathChoice.AUTO, 0.17)).isTrue();
    assertThat(PathRule.isSparse(PathChoice.AUTO, 0.18)).isFalse();
    assertThat(PathRule.isSparse(PathChoice.AUTO, 1)).isFalse();
  }

  @Test
  void the_definition_has_the_last_word() {
    assertThat(PathRule.isSparse(PathChoice.SPARSE, 1)).isTrue();
    assertThat(PathRule.isSparse(PathChoice.DENSE, 0.01)).isFalse();
  }
}
