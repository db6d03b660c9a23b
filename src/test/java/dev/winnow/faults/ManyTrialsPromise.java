package dev.winnow.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Two workers on many tiny trials: no run twice, none missing, and little time between slices. */
class ManyTrialsPromise {
  private static final int TRIALS = Integer.getInteger("winnow.faults.trials", 500);
  private static final Duration LIMIT = Duration.ofSeconds(3);
  private static final Duration LONG = Duration.ofMinutes(40);
  private static final TinyExperiment MANY = TinyExperiment.of(1, "20it").trials(TRIALS);

  @Test
  void two_workers_share_many_tiny_trials_without_a_double_or_a_gap() throws Exception {
    try (Installation site = Installation.open("many-trials")) {
      site.worker("--winnow.worker.slots=1").ready();
      site.worker("--winnow.worker.slots=1").ready();
      String experiment = site.api().submit(MANY.named("many"));
      long start = System.nanoTime();
      site.api().awaitEnd(experiment, LONG);
      Duration time = Duration.ofNanos(System.nanoTime() - start);
      Map<String, String> hashes = site.checker().hashes(experiment);
      assertThat(hashes).hasSize(MANY.runs());
      site.checker().isCompleteWith(experiment, hashes);
      assertOneHolderAtATime(site.leases().entries());
      List<Duration> idle = site.leases().idleTimes();
      assertThat(idle).hasSizeGreaterThan(TRIALS / 2);
      Duration p95 = Measured.quantile(idle, 0.95);
      Measured.say(
          "many trials: %d trials, %d runs in %s; between slices p50 %s, p95 %s, most %s"
              .formatted(
                  TRIALS,
                  hashes.size(),
                  Measured.seconds(time),
                  Measured.seconds(Measured.quantile(idle, 0.5)),
                  Measured.seconds(p95),
                  Measured.seconds(Measured.quantile(idle, 1))));
      assertThat(p95).isLessThanOrEqualTo(LIMIT);
    }
  }

  private static void assertOneHolderAtATime(List<LeaseLog.Entry> entries) {
    Map<String, Long> epochs = new HashMap<>();
    for (LeaseLog.Entry entry : entries) {
      if (!entry.worker().isEmpty()) {
        assertThat(entry.before()).as("holder before the claim of " + entry.work()).isEmpty();
        Long last = epochs.put(entry.work(), entry.epoch());
        assertThat(last == null || last < entry.epoch()).isTrue();
      }
    }
  }
}
