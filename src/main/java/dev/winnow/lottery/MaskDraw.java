package dev.winnow.lottery;

import dev.winnow.architecture.ParameterLayout;
import dev.winnow.architecture.TensorSpec;
import dev.winnow.random.RandomStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A mask as seed and counts: drawn uniformly among those that keep so many weights of each prunable
 * tensor, as a function of trial seed and run.
 *
 * @param seed the trial's
 * @param run the arm id, the replicate and the round
 * @param kept of each prunable tensor
 */
public record MaskDraw(long seed, RunKey run, List<Integer> kept) {
  public MaskDraw {
    kept = List.copyOf(kept);
  }

  /**
   * @throws IllegalArgumentException if the layout has not as many tensors, or one with fewer
   *     weights than are to be kept
   */
  public Mask mask(ParameterLayout layout) {
    List<ParameterLayout.Place> tensors = layout.prunable();
    if (tensors.size() != kept.size()) {
      throw new IllegalArgumentException(
          "%d counts for %d tensors".formatted(kept.size(), tensors.size()));
    }
    IntStream positions = IntStream.empty();
    int first = 0;
    for (int t = 0; t < kept.size(); t++) {
      positions =
          IntStream.concat(positions, positions(tensors.get(t).tensor(), kept.get(t), first));
      first += tensors.get(t).tensor().size();
    }
    return Mask.keeping(layout, positions.toArray());
  }

  private IntStream positions(TensorSpec tensor, int count, int first) {
    if (count > tensor.size()) {
      throw new IllegalArgumentException(
          "%s has %d weights, not %d".formatted(tensor.name(), tensor.size(), count));
    }
    RandomStream random =
        RandomStream.of(seed, "mask", run.arm(), run.replicate(), run.round(), tensor.name());
    return Arrays.stream(random.permutation(tensor.size()), 0, count).map(index -> first + index);
  }
}
