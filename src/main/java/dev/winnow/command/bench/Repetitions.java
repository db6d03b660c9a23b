package dev.winnow.command.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** All measurements of one contender. */
record Repetitions(List<Repetition> all) {
  /**
   * @throws IllegalArgumentException if there are none
   */
  Repetitions {
    all = List.copyOf(all);
    if (all.isEmpty()) {
      throw new IllegalArgumentException("There are no repetitions");
    }
  }

  /** Steps per second: the middle one, or the mean of the two in the middle. */
  double median(Clock clock) {
    return median(one -> one.rate(clock));
  }

  double least(Clock clock) {
    return sorted(one -> one.rate(clock)).get(0);
  }

  double most(Clock clock) {
    return sorted(one -> one.rate(clock)).get(all.size() - 1);
  }

  /** How much of the time the process had a core, about 1 on a machine of its own. */
  double share() {
    return median(one -> one.cpuSeconds() / one.seconds());
  }

  String path() {
    return all.get(0).path();
  }

  private double median(ToDoubleFunction<Repetition> value) {
    List<Double> sorted = sorted(value);
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  private List<Double> sorted(ToDoubleFunction<Repetition> value) {
    List<Double> values = new ArrayList<>(all.stream().mapToDouble(value).boxed().toList());
    Collections.sort(values);
    return values;
  }
}
