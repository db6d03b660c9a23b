package dev.winnow.command.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was measured, in the order of the table. */
record Results(Map<Entry, Repetitions> all) {
  /** Below this share of a core's time the two clocks tell different stories. */
  private static final double ALONE = 0.95;

  Results {
    all = new LinkedHashMap<>(all);
  }

  boolean have(List<String> names) {
    return names.stream().allMatch(name -> all.keySet().stream().anyMatch(e -> is(e, name)));
  }

  /**
   * Steps per second.
   *
   * @throws IllegalArgumentException if it was not measured
   */
  double rate(String name, Clock clock) {
    return all.entrySet().stream()
        .filter(entry -> is(entry.getKey(), name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(name + " was not measured"))
        .getValue()
        .median(clock);
  }

  private static boolean is(Entry entry, String name) {
    return entry.name().equals(name);
  }

  /** Whether other processes took cores away while measuring. */
  boolean shared() {
    return all.values().stream().anyMatch(repetitions -> repetitions.share() < ALONE);
  }
}
