package dev.winnow.command.bench;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

  /**
   * Floating-point operations that the core can do in a second that it is had: the highest of those
   * measured; empty if none was.
   */
  Optional<Double> peak() {
    return all.entrySet().stream()
        .filter(entry -> is(entry.getKey(), ContenderFactory.PEAK))
        .findFirst()
        .map(entry -> entry.getValue().most(Clock.CPU) * entry.getKey().operations());
  }

  /** Whether PyTorch was measured. */
  boolean hasPeers() {
    return all.keySet().stream().anyMatch(Peer::isPeer);
  }

  /** The line of the fastest PyTorch for a task; empty if there is none. */
  Optional<String> fastestPeer(String task, Clock clock) {
    return all.entrySet().stream()
        .filter(entry -> Peer.does(entry.getKey(), task))
        .max(Comparator.comparingDouble(entry -> entry.getValue().median(clock)))
        .map(entry -> entry.getKey().name());
  }

  private static boolean is(Entry entry, String name) {
    return entry.name().equals(name);
  }

  /** Whether other processes took cores away while measuring. */
  boolean shared() {
    return all.values().stream().anyMatch(repetitions -> repetitions.share() < ALONE);
  }
}
