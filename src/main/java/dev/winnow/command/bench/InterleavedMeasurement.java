package dev.winnow.command.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Measures contenders in turn, round after round, so that a machine that changes its speed changes
 * it for all of them.
 */
record InterleavedMeasurement(MeasurementLength length, Consumer<String> progress) {
  /** Times a measurement's length, until a JVM has compiled on the core on which it also runs. */
  private static final int WARM_UP = 4;

  Results run(List<Entry> entries) {
    progress.accept("warming up %d contenders".formatted(entries.size()));
    round(entries, WARM_UP * length.seconds(), new LinkedHashMap<>());
    Map<Entry, List<Repetition>> measured = new LinkedHashMap<>();
    for (int round = 1; round <= length.rounds(); round++) {
      progress.accept("round %d of %d".formatted(round, length.rounds()));
      round(entries, length.seconds(), measured);
    }
    Map<Entry, Repetitions> results = new LinkedHashMap<>();
    measured.forEach((entry, repetitions) -> results.put(entry, new Repetitions(repetitions)));
    return new Results(results);
  }

  private static void round(
      List<Entry> entries, double seconds, Map<Entry, List<Repetition>> measured) {
    for (Entry entry : entries) {
      Repetition repetition = entry.runner().apply(seconds);
      measured.computeIfAbsent(entry, e -> new ArrayList<>()).add(repetition);
    }
  }
}
