package dev.winnow.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** A commit whose answer is lost is neither made twice nor forgotten. */
class CutCommitPromise {
  private static final Duration LONG = Duration.ofMinutes(5);
  private static final TinyExperiment TRIAL = TinyExperiment.of(6, "200it");

  private final RandomGenerator moments = Seed.moments("cut commit");

  @Test
  void commits_whose_connection_is_cut_are_read_back() throws Exception {
    Map<String, String> expected = Undisturbed.hashes(TRIAL);
    List<CommitTap.Fate> fates = Collections.synchronizedList(new ArrayList<>());
    try (Installation site = Installation.open("cut-commit");
        Proxy cable = Proxy.to(site.postgres().port(), () -> new CommitTap(() -> fate(fates)))) {
      cable.delay(Duration.ofMillis(2));
      Winnow worker = site.workerBehind(cable, Installation.wordy()).ready();
      String experiment = site.api().submit(TRIAL.named("cut commit"));
      site.api().awaitRuns(experiment, 4, LONG);
      cable.refuse();
      Eventually.pause(Duration.ofSeconds(1));
      cable.pass();
      site.api().awaitEnd(experiment, LONG);
      site.checker().isCompleteWith(experiment, expected);
      assertThat(worker.log()).doesNotContain("failed in attempt");
      long unanswered = Collections.frequency(fates, CommitTap.Fate.UNANSWERED);
      long lost = Collections.frequency(fates, CommitTap.Fate.LOST);
      long found = worker.log().lines().filter(line -> line.contains(" committed")).count();
      assertThat(unanswered).isPositive();
      assertThat(lost).isPositive();
      assertThat(found).as("commits that were read back").isEqualTo(unanswered);
      Measured.say(
          "cut commit: of %d commits of runs %d never arrived and %d were not answered, and for a second every connection was refused; all runs once, hashes equal"
              .formatted(fates.size(), lost, unanswered));
    }
  }

  private CommitTap.Fate fate(List<CommitTap.Fate> fates) {
    CommitTap.Fate[] all = CommitTap.Fate.values();
    CommitTap.Fate fate = all[moments.nextInt(all.length)];
    fates.add(fate);
    return fate;
  }
}
