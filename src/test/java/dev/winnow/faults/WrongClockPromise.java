package dev.winnow.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.Requirement;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Workers whose clocks are ten minutes fast or slow neither lose nor double work. */
class WrongClockPromise {
  private static final Duration LONG = Duration.ofMinutes(8);
  private static final TinyExperiment TRIALS = TinyExperiment.of(6, "200it").trials(2);

  @Test
  void clocks_ten_minutes_wrong_neither_lose_nor_double_work() throws Exception {
    Path library = Requirement.faketime();
    Map<String, String> expected = Undisturbed.hashes(TRIALS);
    try (Installation site = Installation.open("wrong-clock")) {
      List<Winnow> workers = new ArrayList<>();
      workers.add(site.worker(Installation.HASTY));
      for (String offset : List.of("+10m", "-10m")) {
        workers.add(site.workerWith(faked(library, offset), Installation.HASTY));
      }
      workers.forEach(Winnow::ready);
      assertThat(offset(workers.get(1))).isBetween(Duration.ofMinutes(8), Duration.ofMinutes(12));
      assertThat(offset(workers.get(2))).isBetween(Duration.ofMinutes(-12), Duration.ofMinutes(-8));
      String experiment = site.api().submit(TRIALS.named("wrong clock"));
      site.api().awaitRuns(experiment, 6, LONG);
      assertThat(workers).noneMatch(worker -> worker.log().contains("is dead"));
      site.awaitHolder(experiment, LONG).kill();
      site.api().awaitEnd(experiment, LONG);
      site.checker().isCompleteWith(experiment, expected);
      Map<String, Long> claims =
          site.leases().entries().stream()
              .filter(entry -> !entry.worker().isEmpty())
              .collect(Collectors.groupingBy(LeaseLog.Entry::worker, Collectors.counting()));
      assertThat(claims).hasSizeGreaterThan(1);
      Measured.say(
          "wrong clock (libfaketime, +10 and -10 min): all runs once, hashes equal; slices of the"
              + " workers: "
              + claims.values());
    }
  }

  private static Map<String, String> faked(Path library, String offset) {
    return Map.of(
        "LD_PRELOAD",
        library.toString(),
        "FAKETIME",
        offset,
        // Waiting goes by the monotonic clock, which no administrator sets wrongly.
        "FAKETIME_DONT_FAKE_MONOTONIC",
        "1",
        "DONT_FAKE_MONOTONIC",
        "1",
        // Otherwise it translates the ends of waits all the same, and no wait would take any time.
        "FAKETIME_FORCE_MONOTONIC_FIX",
        "0");
  }

  /** How far the clock is off that the worker writes into its log. */
  private static Duration offset(Winnow worker) {
    String last =
        worker
            .log()
            .lines()
            .filter(line -> line.contains("Started Winnow"))
            .findFirst()
            .orElseThrow();
    Instant said = OffsetDateTime.parse(last.substring(0, last.indexOf(' '))).toInstant();
    return Duration.between(Instant.now(), said);
  }
}
