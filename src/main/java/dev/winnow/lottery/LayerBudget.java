package dev.winnow.lottery;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Weights that are ranked together, and how many of them a round keeps.
 *
 * @param tensors indices of prunable tensors
 * @param keep over all of them
 */
public record LayerBudget(List<Integer> tensors, int keep) {
  public LayerBudget {
    tensors = List.copyOf(tensors);
  }

  /** Each tensor by itself. */
  public static List<LayerBudget> each(List<Integer> keep) {
    return IntStream.range(0, keep.size())
        .mapToObj(t -> new LayerBudget(List.of(t), keep.get(t)))
        .toList();
  }
}
