package dev.winnow.command.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class RepetitionsTest {
  private static final Repetition SLOW = new Repetition(10, 2, 1, "dense");
  private static final Repetition MIDDLE = new Repetition(20, 2, 2, "dense");
  private static final Repetition FAST = new Repetition(90, 2, 2, "dense");

  @Test
  void the_median_is_the_middle_or_the_mean_of_the_two_in_the_middle() {
    assertThat(of(FAST, SLOW, MIDDLE).median(Clock.WALL)).isEqualTo(10);
    assertThat(of(FAST, SLOW).median(Clock.WALL)).isEqualTo(25);
    assertThat(of(FAST, SLOW, MIDDLE).least(Clock.WALL)).isEqualTo(5);
    assertThat(of(FAST, SLOW, MIDDLE).most(Clock.WALL)).isEqualTo(45);
  }

  @Test
  void cpu_time_leaves_out_the_time_without_a_core() {
    assertThat(of(SLOW).median(Clock.CPU)).isEqualTo(10);
    assertThat(of(SLOW).share()).isEqualTo(0.5);
  }

  @Test
  void rates_add_up_side_by_side_and_average_one_after_the_other() {
    Repetition both = SLOW.and(FAST);
    assertThat(both.rate(Clock.WALL)).isCloseTo(50, within(1e-9));
    assertThat(both.rate(Clock.CPU)).isCloseTo(55, within(1e-9));
    assertThat(SLOW.then(FAST).rate(Clock.WALL)).isCloseTo(25, within(1e-9));
  }

  @Test
  void no_repetitions_have_no_median() {
    assertThatIllegalArgumentException().isThrownBy(() -> of());
  }

  private static Repetitions of(Repetition... all) {
    return new Repetitions(List.of(all));
  }
}
