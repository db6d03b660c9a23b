package dev.winnow.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {
  @Test
  void each_failure_doubles_the_wait() {
    assertThat(Backoff.after(1)).isEqualTo(Duration.ofSeconds(2));
    assertThat(Backoff.after(2)).isEqualTo(Duration.ofSeconds(4));
    assertThat(Backoff.after(8)).isEqualTo(Duration.ofSeconds(256));
  }

  @Test
  void nothing_waits_longer_than_five_minutes() {
    assertThat(Backoff.after(9)).isEqualTo(Duration.ofMinutes(5));
    assertThat(Backoff.after(Integer.MAX_VALUE)).isEqualTo(Duration.ofMinutes(5));
  }
}
