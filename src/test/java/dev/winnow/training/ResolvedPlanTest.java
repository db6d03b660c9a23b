package dev.winnow.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.winnow.catalog.Choice;
import dev.winnow.catalog.UnknownName;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResolvedPlanTest {
  private static final Choice DROPS = new Choice("steps", Map.of("at", "20ep", "factor", "0.1"));

  private static TrainingPlan plan(String optimizer) {
    return new TrainingPlan(
        Choice.of(optimizer),
        10,
        Step.parse("30ep"),
        Step.parse("1ep"),
        TestEvaluation.ALWAYS,
        ComputePath.AUTO,
        DROPS,
        Step.parse("2ep"));
  }

  @ParameterizedTest
  @CsvSource({"0,0.005", "99,0.5", "199,1", "200,1", "2000,0.1"})
  void a_warm_up_rises_to_what_the_schedule_says(int iteration, double share) {
    ResolvedPlan resolved = TrainingForTests.plans().resolve(plan("sgd"));
    assertThat(resolved.rateShare(iteration, 100)).isCloseTo(share, within(1e-15));
  }

  @Test
  void an_unknown_optimizer_is_named() {
    TrainingPlans plans = TrainingForTests.plans();
    TrainingPlan plan = plan("no-such-optimizer");
    assertThatThrownBy(() -> plans.resolve(plan))
        .isInstanceOf(UnknownName.class)
        .hasMessageStartingWith("Unknown optimizer \"no-such-optimizer\"; allowed: adam, ");
  }
}
