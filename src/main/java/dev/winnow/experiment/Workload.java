package dev.winnow.experiment;

import dev.winnow.definition.TrialSettings;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What an experiment is to do.
 *
 * @param definition with every default written out, as JSON
 * @param runsPerTrial over all rounds, arms and replicates
 */
record Workload(String definition, TrialSettings trials, int runsPerTrial) {
  int runs() {
    return Math.multiplyExact(runsPerTrial, trials.count());
  }

  /** The trials that an experiment with the first so many still lacks. */
  List<Trial> trialsAfter(int first, Experiment experiment) {
    return IntStream.rangeClosed(first + 1, trials.count())
        .mapToObj(number -> new Trial(experiment, number, trials.seedOf(number), runsPerTrial))
        .toList();
  }
}
