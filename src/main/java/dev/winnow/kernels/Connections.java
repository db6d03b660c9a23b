package dev.winnow.kernels;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The kept weights of one layer as connections, grouped by the unit at which they end: those of
 * unit u are {@code starts[u]} to {@code starts[u + 1] − 1}.
 */
public final class Connections {
  private final int[] starts;
  private final int[] sources;

  /**
   * @param starts one number more than there are units, ascending from 0
   * @param sources the unit at which each connection begins; may be longer than there are
   *     connections
   */
  public Connections(int[] starts, int[] sources) {
    this.starts = starts;
    this.sources = sources;
  }

  /**
   * @param positions kept positions of a [targets, sources] matrix in row-major order, ascending
   */
  public static Connections of(int[] positions, int targets, int sources) {
    int[] starts = new int[targets + 1];
    for (int position : positions) {
      starts[position / sources + 1]++;
    }
    Arrays.parallelPrefix(starts, Integer::sum);
    return new Connections(
        starts, Arrays.stream(positions).map(position -> position % sources).toArray());
  }

  /** One number more than there are units, ascending from 0; not to be changed. */
  public int[] starts() {
    return starts;
  }

  /** The unit at which each connection begins; not to be changed. */
  public int[] sources() {
    return sources;
  }

  /** Units at which connections end. */
  public int units() {
    return starts.length - 1;
  }

  /** The number of connections. */
  public int size() {
    return starts[starts.length - 1];
  }

  /** The units at which at least one connection begins, ascending. */
  public int[] used() {
    return Arrays.stream(sources).sorted().distinct().toArray();
  }

  /** The same connections with each source counted among those that are {@link #used}. */
  public Connections compacted() {
    int[] used = used();
    return new Connections(
        starts, Arrays.stream(sources).map(source -> Arrays.binarySearch(used, source)).toArray());
  }

  /** The order in which connections stand when they are grouped by where they begin. */
  public int[] bySource() {
    return IntStream.range(0, size())
        .boxed()
        .sorted((a, b) -> Integer.compare(sources[a], sources[b]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** The same connections the other way round, in the order of {@link #bySource}. */
  public Connections reversed(int units) {
    int[] targets = new int[size()];
    for (int unit = 0; unit < units(); unit++) {
      Arrays.fill(targets, starts[unit], starts[unit + 1], unit);
    }
    int[] begins = new int[units + 1];
    for (int source : sources) {
      begins[source + 1]++;
    }
    Arrays.parallelPrefix(begins, Integer::sum);
    return new Connections(begins, Arrays.stream(bySource()).map(c -> targets[c]).toArray());
  }
}
