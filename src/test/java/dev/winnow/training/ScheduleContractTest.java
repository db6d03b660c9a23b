package dev.winnow.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.catalog.Choice;
import dev.winnow.catalog.Parameter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every schedule in the catalog keeps. */
class ScheduleContractTest {
  private static final int ITERATIONS = 300;
  private static final int PER_EPOCH = 10;

  static List<Schedule> schedules() {
    return TrainingForTests.schedules().entries();
  }

  /** Defaults, and steps where a parameter must be given: so far only steps must. */
  private static Choice settings(Schedule schedule) {
    Map<String, String> given = new TreeMap<>();
    for (Parameter parameter : schedule.parameters()) {
      if (parameter.fallback().isEmpty()) {
        given.put(parameter.name(), "10ep,200it");
        assertThat(parameter.domain().accept("10ep,200it")).isPresent();
      }
    }
    return SixValues.chosen(schedule, given);
  }

  @ParameterizedTest
  @MethodSource("schedules")
  void a_share_is_from_zero_to_one_and_a_function_of_the_iteration(Schedule schedule) {
    Choice settings = settings(schedule);
    double[] budgets = new double[ITERATIONS];
    for (int i = 0; i < ITERATIONS; i++) {
      budgets[i] = schedule.share(settings, i, ITERATIONS, PER_EPOCH);
      assertThat(budgets[i]).isBetween(0.0, 1.0);
    }
    for (int i = ITERATIONS - 1; i >= 0; i--) {
      assertThat(schedule.share(settings, i, ITERATIONS, PER_EPOCH)).isEqualTo(budgets[i]);
    }
    assertThat(schedule.invalidSetting(settings, ITERATIONS, PER_EPOCH)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("schedules")
  void it_begins_with_all_of_the_rate(Schedule schedule) {
    assertThat(schedule.share(settings(schedule), 0, ITERATIONS, PER_EPOCH)).isEqualTo(1);
  }
}
