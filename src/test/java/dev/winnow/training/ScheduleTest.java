package dev.winnow.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleTest {
  private static final int PER_EPOCH = 100;

  @ParameterizedTest
  @CsvSource({"0,1", "1999,1", "2000,0.1", "2499,0.1", "2500,0.01", "2999,0.01"})
  void steps_drop_when_they_are_done(int iteration, double share) {
    Schedule steps = new Schedule.Steps(StepList.parse("20ep, 2500it"), new BigDecimal("0.1"));
    assertThat(steps.share(iteration, 3000, PER_EPOCH)).isCloseTo(share, within(1e-15));
  }

  @ParameterizedTest
  @CsvSource({"0,1", "1000,0.775", "1500,0.55", "2000,0.325"})
  void a_cosine_falls_to_its_end(int iteration, double share) {
    Schedule cosine = new Schedule.Cosine(new BigDecimal("0.1"));
    assertThat(cosine.share(iteration, 3000, PER_EPOCH)).isCloseTo(share, within(1e-12));
  }

  @ParameterizedTest
  @CsvSource({"0,0.005", "99,0.5", "199,1", "200,1", "2000,0.1"})
  void a_warm_up_rises_to_what_the_schedule_says(int iteration, double share) {
    TrainingPlan plan =
        new TrainingPlan(
            new Optimizer.Sgd(BigDecimal.ONE, BigDecimal.ZERO, BigDecimal.ZERO),
            10,
            Step.parse("30ep"),
            Step.parse("1ep"),
            TestEvaluation.ALWAYS,
            PathChoice.AUTO,
            new Schedule.Steps(StepList.parse("20ep"), new BigDecimal("0.1")),
            Step.parse("2ep"));
    assertThat(plan.rateShare(iteration, PER_EPOCH)).isCloseTo(share, within(1e-15));
  }

  @Test
  void a_list_of_steps_is_written_as_it_is_read() {
    assertThat(StepList.parse("80ep,12ep5it")).hasToString("80ep,12ep5it");
    assertThatIllegalArgumentException().isThrownBy(() -> StepList.parse("80"));
    assertThatIllegalArgumentException().isThrownBy(() -> StepList.parse("80ep,"));
    assertThatIllegalArgumentException().isThrownBy(() -> StepList.parse(""));
  }
}
