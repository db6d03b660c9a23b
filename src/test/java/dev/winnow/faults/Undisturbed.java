package dev.winnow.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** What an experiment comes to where nothing goes wrong; found out once for each definition. */
final class Undisturbed {
  private static final int TRIALS = 2;
  private static final Duration LONG = Duration.ofMinutes(10);
  private static final Map<TinyExperiment, Map<String, String>> KNOWN = new HashMap<>();

  private Undisturbed() {}

  /** The hashes of all its runs, see {@link Checker#hashes}; of its first two trials at most. */
  static synchronized Map<String, String> hashes(TinyExperiment experiment) throws Exception {
    assertThat(experiment.trials()).isLessThanOrEqualTo(TRIALS);
    TinyExperiment known = experiment.trials(TRIALS);
    if (!KNOWN.containsKey(known)) {
      KNOWN.put(known, run(known));
    }
    Map<String, String> hashes = new TreeMap<>(KNOWN.get(known));
    hashes.keySet().removeIf(run -> Checker.trial(run) > experiment.trials());
    return hashes;
  }

  private static Map<String, String> run(TinyExperiment experiment) throws Exception {
    try (Installation site = Installation.open("undisturbed")) {
      site.worker("--winnow.worker.slots=2").ready();
      String path = site.api().submit(experiment.named("undisturbed"));
      site.api().awaitEnd(path, LONG);
      Map<String, String> hashes = site.checker().hashes(path);
      assertThat(hashes).hasSize(experiment.runs());
      site.checker().isCompleteWith(path, hashes);
      return hashes;
    }
  }
}
