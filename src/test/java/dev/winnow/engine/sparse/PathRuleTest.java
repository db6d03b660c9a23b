package dev.winnow.engine.sparse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.engine.Trials;
import dev.winnow.training.PathChoice;
import dev.winnow.training.TrainingPlan;
import org.junit.jupiter.api.Test;

class PathRuleTest {
  @Test
  void few_weights_are_computed_alone() {
    assertThat(choose(60, PathChoice.AUTO, 0.37)).isEqualTo(PathChoice.SPARSE);
    assertThat(choose(60, PathChoice.AUTO, 0.38)).isEqualTo(PathChoice.DENSE);
    assertThat(choose(60, PathChoice.AUTO, 1)).isEqualTo(PathChoice.DENSE);
  }

  @Test
  void a_batch_that_fills_few_vectors_needs_fewer_weights() {
    assertThat(choose(128, PathChoice.AUTO, 0.4)).isEqualTo(PathChoice.SPARSE);
    assertThat(choose(10, PathChoice.AUTO, 0.0625)).isEqualTo(PathChoice.SPARSE);
    assertThat(choose(10, PathChoice.AUTO, 0.063)).isEqualTo(PathChoice.DENSE);
  }

  @Test
  void the_definition_has_the_last_word() {
    assertThat(choose(60, PathChoice.SPARSE, 1)).isEqualTo(PathChoice.SPARSE);
    assertThat(choose(60, PathChoice.DENSE, 0.01)).isEqualTo(PathChoice.DENSE);
  }

  @Test
  void a_gpu_computes_all_weights() {
    TrainingPlan plan = plan(60, PathChoice.AUTO);
    assertThat(PathRule.choose(plan, Trials.SMALL, 0.01, false)).isEqualTo(PathChoice.DENSE);
  }

  private static PathChoice choose(int batchSize, PathChoice path, double density) {
    return PathRule.choose(plan(batchSize, path), Trials.SMALL, density, true);
  }

  private static TrainingPlan plan(int batchSize, PathChoice path) {
    return Trials.on(path, Trials.plan(Trials.sgd("0.1", "0", "0"), batchSize, "1it", "1it"));
  }
}
