package dev.winnow.command.bench;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * One measurement.
 *
 * @param steps what was done, at least 1
 * @param seconds on the wall
 * @param cpuSeconds of the process, over all its threads
 * @param path which code did it
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Repetition(double steps, double seconds, double cpuSeconds, String path) {
  /** Steps per second. */
  double rate(Clock clock) {
    return steps / (clock == Clock.WALL ? seconds : cpuSeconds);
  }

  /** Two processes at the same time as one: the rates add up, on either clock. */
  Repetition and(Repetition other) {
    double wall = rate(Clock.WALL) + other.rate(Clock.WALL);
    double cpu = rate(Clock.CPU) + other.rate(Clock.CPU);
    double total = steps + other.steps;
    return new Repetition(total, total / wall, total / cpu, path);
  }

  /** Two processes, one after the other, as one. */
  Repetition then(Repetition other) {
    return new Repetition(
        steps + other.steps, seconds + other.seconds, cpuSeconds + other.cpuSeconds, path);
  }
}
