package dev.winnow.report.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ValueAxisTest {
  @Test
  void ends_and_ticks_are_round_and_hold_the_values() {
    ValueAxis axis = ValueAxis.around(300, 100, 96.53, 98.41);
    assertThat(axis.ticks()).containsExactly(new double[] {96.5, 97, 97.5, 98, 98.5}, within(1e-9));
    assertThat(axis.label(97)).isEqualTo("97.0");
    assertThat(axis.y(96.5)).isEqualTo(300);
    assertThat(axis.y(98.5)).isEqualTo(100);
  }

  @Test
  void large_values_have_separators_and_no_decimals() {
    ValueAxis axis = ValueAxis.around(300, 100, 4300, 21_000);
    assertThat(axis.ticks()).containsExactly(0, 5000, 10_000, 15_000, 20_000, 25_000);
    assertThat(axis.label(15_000)).isEqualTo("15,000");
  }

  @Test
  void equal_values_still_have_an_axis() {
    ValueAxis axis = ValueAxis.around(300, 100, 50, 50);
    assertThat(axis.y(50)).isBetween(100.0, 300.0);
    assertThat(axis.high()).isGreaterThan(axis.low());
  }
}
