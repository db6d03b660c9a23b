package dev.winnow.command.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CoresTest {
  @Test
  void lists_of_cores_hold_numbers_and_ranges() {
    assertThat(Cores.parse("0-2,5,7-7")).containsExactly(0, 1, 2, 5, 7);
  }

  @Test
  void the_last_core_is_taken_first() {
    Cores cores = new Cores(List.of(0, 3));
    assertThat(cores.fromTheEnd(0)).contains(3);
    assertThat(cores.fromTheEnd(1)).contains(0);
    assertThat(cores.fromTheEnd(2)).isEmpty();
  }

  @Test
  void without_a_core_to_pin_to_nothing_is_pinned() {
    Cores none = new Cores(List.of());
    assertThat(Cores.pinning(none.fromTheEnd(0))).isEmpty();
    assertThat(Cores.pinning(new Cores(List.of(4)).fromTheEnd(0)))
        .containsExactly("taskset", "-c", "4");
  }
}
