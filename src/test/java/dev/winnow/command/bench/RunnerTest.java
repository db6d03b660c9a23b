package dev.winnow.command.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunnerTest {
  @Test
  void the_most_memory_is_read_in_kilobytes() throws IOException {
    assertThat(Runner.peakBytes(List.of("VmPeak:\t  9 kB", "VmHWM:\t  1200 kB", "VmRSS: 7 kB")))
        .isEqualTo(1200 * 1024);
  }

  @Test
  void a_status_without_it_is_refused() {
    assertThatIOException()
        .isThrownBy(() -> Runner.peakBytes(List.of("VmRSS: 7 kB")))
        .withMessage("its status has no VmHWM");
  }
}
