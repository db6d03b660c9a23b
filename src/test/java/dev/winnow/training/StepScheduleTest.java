package dev.winnow.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.winnow.catalog.Choice;
import dev.winnow.catalog.InvalidValue;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StepScheduleTest {
  private static final int PER_EPOCH = 100;

  private final StepSchedule steps = new StepSchedule();

  @ParameterizedTest
  @CsvSource({"0,1", "1999,1", "2000,0.1", "2499,0.1", "2500,0.01", "2999,0.01"})
  void steps_drop_when_they_are_done(int iteration, double share) {
    assertThat(steps.share(at("20ep, 2500it"), iteration, 3000, PER_EPOCH))
        .isCloseTo(share, within(1e-15));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0it", "2000it,20ep", "2500it,20ep", "30ep", "999999999ep"})
  void drops_that_do_not_ascend_within_the_training_are_refused(String at) {
    InvalidValue invalidSetting = steps.invalidSetting(at(at), 3000, PER_EPOCH).orElseThrow();
    assertThat(invalidSetting.place()).hasToString("/at");
    assertThat(invalidSetting.reason())
        .contains("comes before another one or outside the training");
    assertThat(invalidSetting.remedy()).isEqualTo("steps in ascending order from 1it to 2999it");
  }

  private static Choice at(String at) {
    return new Choice("steps", Map.of("at", at, "factor", "0.1"));
  }
}
