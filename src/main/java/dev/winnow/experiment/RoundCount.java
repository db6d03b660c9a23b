package dev.winnow.experiment;

import java.util.List;

/**
 * How much of the network is left in a round.
 *
 * @param density kept ÷ size, from 0 to 1
 * @param kept weights over all prunable tensors
 * @param size prunable weights, kept or not
 * @param layers the same by tensor, in the network's order
 */
public record RoundCount(int round, double density, int kept, int size, List<LayerCount> layers) {
  public static RoundCount of(Blueprint blueprint, int round) {
    List<LayerCount> layers = LayerCount.of(blueprint.layout(), blueprint.ladder().get(round));
    int kept = layers.stream().mapToInt(LayerCount::kept).sum();
    int size = blueprint.layout().prunableSize();
    return new RoundCount(round, (double) kept / size, kept, size, layers);
  }
}
