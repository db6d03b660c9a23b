package dev.winnow.lottery.method;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.lottery.LayerBudget;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GradualScheduleTest {
  private static final LayerBudget DENSE = new LayerBudget(List.of(0), 1000);
  private static final LayerBudget LAST = new LayerBudget(List.of(0), 200);

  private final GradualSchedule schedule = new GradualSchedule(100, 50, 4);

  @Test
  void the_share_that_is_gone_follows_the_cubic_of_the_paper() {
    // s_f = 0.8; 1 - (1 - j/4)^3 = 0.578125, 0.875, 0.984375, 1
    assertThat(kept()).containsExactly(1000 - 463, 1000 - 700, 1000 - 788, 200);
  }

  @Test
  void the_counts_are_rounded_half_up_and_fall_to_the_last_however_many_updates() {
    LayerBudget seven = new LayerBudget(List.of(0), 7);
    for (int updates = 1; updates <= 3000; updates += 977) {
      GradualSchedule many = new GradualSchedule(0, 1, updates);
      int before = 1000;
      for (int j = 1; j <= updates; j++) {
        int keep = many.keep(j, DENSE, seven).keep();
        assertThat(keep).isLessThanOrEqualTo(before).isGreaterThanOrEqualTo(7);
        before = keep;
      }
      assertThat(before).isEqualTo(7);
    }
  }

  @Test
  void an_update_is_due_at_its_iteration_until_another_iteration_is_done() {
    assertThat(schedule.next(0)).isEqualTo(1);
    assertThat(schedule.next(100)).isEqualTo(1);
    assertThat(schedule.next(150)).isEqualTo(1);
    assertThat(schedule.next(151)).isEqualTo(2);
    assertThat(schedule.next(300)).isEqualTo(4);
    assertThat(schedule.next(301)).isEqualTo(5);
  }

  private List<Integer> kept() {
    return IntStream.rangeClosed(1, 4).mapToObj(j -> schedule.keep(j, DENSE, LAST).keep()).toList();
  }
}
