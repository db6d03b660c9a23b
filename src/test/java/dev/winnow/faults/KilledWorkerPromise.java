package dev.winnow.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** A crash costs at most the current run, and the results are those of an undisturbed trial. */
class KilledWorkerPromise {
  private static final int KILLS = Integer.getInteger("winnow.faults.kills", 20);
  private static final int LATEST_MOMENT_MILLIS = 4000;
  // Ten workers lost without progress fail a trial, and a slow machine makes little.
  private static final int MOST_IN_VAIN = 4;
  private static final Duration LONG = Duration.ofMinutes(5);
  private static final TinyExperiment TRIAL = TinyExperiment.of(6, "200it");

  private final RandomGenerator moments = Seed.moments("killed worker");
  private int inVain;

  @Test
  void workers_killed_at_random_moments_cost_nothing_but_time() throws Exception {
    Map<String, String> expected = Undisturbed.hashes(TRIAL);
    try (Installation site = Installation.open("killed-worker")) {
      for (int i = 0; i < 3; i++) {
        site.worker(Installation.HASTY);
      }
      int kills = 0;
      int trials = 0;
      while (kills < KILLS) {
        String experiment = site.api().submit(TRIAL.named("killed " + ++trials));
        while (kills < KILLS && !site.api().hasEnded(experiment)) {
          kills += killOnce(site, experiment) ? 1 : 0;
        }
        site.api().awaitEnd(experiment, LONG);
        site.checker().isCompleteWith(experiment, expected);
      }
      Measured.say(
          "killed worker: %d kills in %d trials of %d runs, all runs once, hashes equal"
              .formatted(kills, trials, expected.size()));
    }
  }

  /** Returns false if the trial came to its end before the moment. */
  private boolean killOnce(Installation site, String experiment) {
    Duration moment = Duration.ofMillis(moments.nextLong(LATEST_MOMENT_MILLIS));
    if (inVain >= MOST_IN_VAIN) {
      int runs = site.api().runsDone(experiment);
      Eventually.holds(
          "there is progress",
          LONG,
          () -> site.api().runsDone(experiment) > runs || site.api().hasEnded(experiment));
      inVain = 0;
    }
    int runs = site.api().runsDone(experiment);
    Eventually.holds(
        "somebody works",
        LONG,
        () -> site.holder(experiment).isPresent() || site.api().hasEnded(experiment));
    Eventually.pause(moment);
    Optional<Winnow> holder = site.holder(experiment);
    if (holder.isEmpty()) {
      return false;
    }
    Map<String, String> before = site.checker().commits(experiment);
    inVain = before.size() > runs ? 0 : inVain + 1;
    List<ProcessHandle> trainings = holder.get().trainings();
    holder.get().kill();
    site.worker(Installation.HASTY);
    Eventually.holds(
        "its trainings end with it",
        Duration.ofSeconds(5),
        () -> trainings.stream().noneMatch(ProcessHandle::isAlive));
    assertThat(site.checker().commits(experiment)).containsAllEntriesOf(before);
    return true;
  }
}
