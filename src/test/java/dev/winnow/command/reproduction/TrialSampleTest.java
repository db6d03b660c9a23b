package dev.winnow.command.reproduction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class TrialSampleTest {
  @Test
  void the_interval_is_the_mean_plus_and_minus_t_standard_errors() {
    TrialSample sample = new TrialSample(List.of(1.0, 2.0, 3.0, 4.0, 5.0));
    TrialSample.Interval interval = sample.interval().orElseThrow();
    assertThat(sample.mean()).isEqualTo(3);
    // t with 4 degrees of freedom is 2.7764; the standard error is √(2.5 ÷ 5).
    assertThat(interval.low()).isCloseTo(3 - 1.9632, within(0.0001));
    assertThat(interval.high()).isCloseTo(3 + 1.9632, within(0.0001));
  }

  @Test
  void one_value_has_no_interval() {
    assertThat(new TrialSample(List.of(98.0)).interval()).isEmpty();
    assertThat(new TrialSample(List.of()).interval()).isEmpty();
    assertThat(new TrialSample(List.of()).mean()).isNaN();
  }
}
