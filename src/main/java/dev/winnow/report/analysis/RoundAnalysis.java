package dev.winnow.report.analysis;

import dev.winnow.architecture.ParameterLayout;
import java.util.List;
import java.util.stream.IntStream;

/** What training a round's ticket did, layer by layer (1803.03635, appendix F). */
public record RoundAnalysis(int trial, int round, List<LayerAnalysis> layers) {
  public RoundAnalysis {
    layers = List.copyOf(layers);
  }

  public static RoundAnalysis of(int trial, int round, TrainedTicket ticket) {
    ParameterLayout layout = ticket.mask().layout();
    return new RoundAnalysis(
        trial,
        round,
        IntStream.range(0, layout.prunable().size())
            .mapToObj(tensor -> new TensorAnalysis(ticket, tensor).analysis())
            .toList());
  }
}
