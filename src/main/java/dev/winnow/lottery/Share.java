package dev.winnow.lottery;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Weights that are ranked together, and how many of them a round keeps.
 *
 * @param tensors indices of prunable tensors
 * @param keep over all of them
 */
public record Share(List<Integer> tensors, int keep) {
  public Share {
    tensors = List.copyOf(tensors);
  }

  /** Each tensor by itself. */
  public static List<Share> each(List<Integer> keep) {
    return IntStream.range(0, keep.size())
        .mapToObj(t -> new Share(List.of(t), keep.get(t)))
        .toList();
  }
}
