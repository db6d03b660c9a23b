package dev.winnow.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A poisoned job fails with its reason and harms no other. */
class PoisonPromise {
  private static final Duration LONG = Duration.ofMinutes(15);
  private static final TinyExperiment LONG_TRIAL = TinyExperiment.of(1, "900000it");
  private static final TinyExperiment HEALTHY = TinyExperiment.of(6, "200it");

  @Test
  void three_poisons_fail_with_their_reasons_beside_five_healthy_trials() throws Exception {
    Map<String, String> two = Undisturbed.hashes(HEALTHY.trials(2));
    Map<String, String> one = Undisturbed.hashes(HEALTHY);
    List<String> options = new ArrayList<>(Installation.HASTY);
    options.addAll(List.of("--winnow.engine.silence-limit=20s", "--winnow.engine.idle-time=1ms"));
    try (Installation site = Installation.open("poison")) {
      List<Winnow> workers = List.of(site.worker(options), site.worker(options));
      workers.forEach(Winnow::ready);
      Poison crash = Poison.crash(site, site.api().submit(LONG_TRIAL.named("segfault")));
      Poison loop = Poison.endlessLoop(site, site.api().submit(LONG_TRIAL.named("endless loop")));
      String memory = site.api().submit(tooBig());
      List<String> healthy = new ArrayList<>();
      healthy.add(site.api().submit(HEALTHY.named("healthy")));
      healthy.add(site.api().submit(HEALTHY.trials(2).named("healthy")));
      healthy.add(site.api().submit(HEALTHY.trials(2).named("healthy")));
      Eventually.holds(
          "all end",
          LONG,
          () -> {
            crash.act();
            loop.act();
            return healthy.stream().allMatch(site.api()::hasEnded)
                && site.api().hasEnded(memory)
                && crash.isOver()
                && loop.isOver();
          });
      assertThat(crash.reason()).contains("crashed in native code, see ");
      String file = crash.reason().replaceFirst(".*see (\\S+).*", "$1");
      assertThat(Files.readString(Path.of(file))).contains("SIGSEGV");
      assertThat(loop.reason()).contains("no sign of life");
      assertThat(Poison.reason(site, memory)).contains("ran out of memory");
      for (String experiment : healthy) {
        site.checker().isCompleteWith(experiment, experiment.equals(healthy.get(0)) ? one : two);
      }
      assertThat(workers).allMatch(Winnow::isAlive);
      Measured.say(
          "poison: %d crashes, %d endless loops and an exhausted heap failed three trials; five others complete, hashes equal"
              .formatted(crash.doses(), loop.doses()));
    }
  }

  /** Its first batch alone needs more heap than a training has. */
  private static String tooBig() {
    return LONG_TRIAL
        .named("out of memory")
        .replace("lenet-300-100", "conv-2")
        .replace("\"budget\"", "\"batchSize\": 20000, \"budget\"");
  }
}
