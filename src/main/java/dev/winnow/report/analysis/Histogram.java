package dev.winnow.report.analysis;

import java.util.List;
import java.util.stream.IntStream;

/**
 * How values are distributed: equally wide bins, the first beginning at {@code from}, the last
 * ending at {@code to}; each holds its lower bound, the last also its upper.
 *
 * @param counts how many values each bin holds
 */
public record Histogram(double from, double to, List<Integer> counts) {
  public Histogram {
    counts = List.copyOf(counts);
  }

  /**
   * @param values all from {@code from} to {@code to}, which differ
   * @param bins at least 1
   */
  static Histogram of(double[] values, double from, double to, int bins) {
    int[] counts = new int[bins];
    for (double value : values) {
      counts[Math.min(bins - 1, (int) ((value - from) / (to - from) * bins))]++;
    }
    return new Histogram(from, to, IntStream.of(counts).boxed().toList());
  }
}
