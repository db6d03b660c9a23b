package dev.winnow.report.analysis;

import dev.winnow.lottery.Mask;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What the masks of two trials have in common in one round. Trials draw their weights with seeds of
 * their own, so by chance alone the number of common weights is hypergeometrically distributed.
 *
 * @param trial the other one
 */
public record MaskOverlap(int trial, List<Layer> layers) {
  public MaskOverlap {
    layers = List.copyOf(layers);
  }

  /**
   * One prunable tensor.
   *
   * @param kept weights by the one mask
   * @param otherKept weights by the other
   * @param common weights that both keep
   * @param expected mean of {@code common} by chance: kept · otherKept ÷ size
   * @param standardDeviation of {@code common} by chance
   */
  public record Layer(
      String name,
      int size,
      int kept,
      int otherKept,
      int common,
      double expected,
      double standardDeviation) {}

  /**
   * @param other mask of the same layout
   */
  public static MaskOverlap of(int trial, Mask mask, Mask other) {
    return new MaskOverlap(
        trial,
        IntStream.range(0, mask.layout().prunable().size())
            .mapToObj(tensor -> layer(mask, other, tensor))
            .toList());
  }

  private static Layer layer(Mask mask, Mask other, int tensor) {
    int size = mask.layout().prunable().get(tensor).tensor().size();
    int[] kept = mask.survivors(tensor);
    int otherKept = other.survivors(tensor).length;
    double share = (double) otherKept / size;
    double variance =
        size < 2 ? 0 : kept.length * share * (1 - share) * (size - kept.length) / (size - 1.0);
    return new Layer(
        mask.layout().prunable().get(tensor).tensor().name(),
        size,
        kept.length,
        otherKept,
        (int) IntStream.of(kept).filter(other::keeps).count(),
        kept.length * share,
        Math.sqrt(variance));
  }
}
