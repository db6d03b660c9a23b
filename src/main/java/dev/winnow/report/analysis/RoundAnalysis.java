package dev.winnow.report.analysis;

import dev.winnow.architecture.Layout;
import dev.winnow.architecture.Weights;
import dev.winnow.lottery.Mask;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What training a round's ticket did, layer by layer (1803.03635, appendix F). */
public record RoundAnalysis(int trial, int round, List<LayerAnalysis> layers) {
  public RoundAnalysis {
    layers = List.copyOf(layers);
  }

  /**
   * @param mask under which the ticket was trained
   * @param next what pruning it left; empty if it was not pruned
   * @param initial weights at initialisation
   * @param trained weights at the end
   */
  public static RoundAnalysis of(
      int trial, int round, Mask mask, Optional<Mask> next, Weights initial, Weights trained) {
    Layout layout = mask.layout();
    return new RoundAnalysis(
        trial,
        round,
        IntStream.range(0, layout.prunable().size())
            .mapToObj(tensor -> new Dissection(mask, next, initial, trained, tensor).analysis())
            .toList());
  }
}
