package dev.winnow.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Restarting one worker after the other under load loses nothing; each ends within 15 s. */
class RollingRestartPromise {
  private static final int RESTARTS = Integer.getInteger("winnow.faults.restarts", 10);
  private static final Duration LIMIT = Duration.ofSeconds(15);
  private static final Duration LONG = Duration.ofMinutes(8);
  private static final TinyExperiment LOAD = TinyExperiment.of(6, "200it").trials(2);

  @Test
  void restarting_all_workers_in_turn_under_load_loses_nothing() throws Exception {
    Map<String, String> expected = Undisturbed.hashes(LOAD);
    List<Duration> stops = new ArrayList<>();
    List<String> experiments = new ArrayList<>();
    try (Installation site = Installation.open("rolling-restart")) {
      Deque<Winnow> workers = new ArrayDeque<>();
      for (int i = 0; i < 2; i++) {
        workers.add(site.worker("--winnow.worker.slots=1", "--winnow.worker.slice=10s").ready());
      }
      for (int restart = 1; restart <= RESTARTS; restart++) {
        if (experiments.stream().allMatch(site.api()::hasEnded)) {
          experiments.add(site.api().submit(LOAD.named("load " + restart)));
        }
        String running = experiments.get(experiments.size() - 1);
        Eventually.holds(
            "it is worked on",
            LONG,
            () -> site.holder(running).isPresent() || site.api().hasEnded(running));
        Map<String, String> before = site.checker().commits(running);
        Winnow leaving = workers.remove();
        stops.add(leaving.stop());
        assertThat(site.inHandsOf(leaving)).as("work that was not handed back").isZero();
        assertThat(site.abandoned()).as("trials that will count this worker as lost").isZero();
        assertThat(site.checker().commits(running)).containsAllEntriesOf(before);
        workers.add(site.worker("--winnow.worker.slots=1", "--winnow.worker.slice=10s").ready());
      }
      for (String experiment : experiments) {
        site.api().awaitEnd(experiment, LONG);
        site.checker().isCompleteWith(experiment, expected);
      }
    }
    Measured.say(
        "rolling restart: %d restarts, the slowest stop took %s; %d experiments complete, hashes equal"
            .formatted(RESTARTS, Measured.seconds(Collections.max(stops)), experiments.size()));
    assertThat(Collections.max(stops)).isLessThanOrEqualTo(LIMIT);
  }
}
