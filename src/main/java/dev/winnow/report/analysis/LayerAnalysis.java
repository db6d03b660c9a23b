package dev.winnow.report.analysis;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a round's training did to one prunable tensor. Travel is the mean of |final − initial|.
 *
 * @param initial all initial weights of the tensor, in the same bins as the others
 * @param surviving initial weights of those that this round's mask keeps
 * @param trained final weights of those that this round's mask keeps
 * @param travelKept of the weights that the next mask keeps, or this round's where there is no next
 * @param travelPruned of the weights that the next mask removes; null where there is none
 * @param signChanges share of the kept weights whose final sign is not their initial one, 0 to 1
 * @param outputDegrees kept weights of each output unit or channel
 * @param inputDegrees kept weights of each input unit or channel; of a first dense layer, the
 *     pixels row by row
 */
public record LayerAnalysis(
    String name,
    int kept,
    int size,
    Histogram initial,
    Histogram surviving,
    Histogram trained,
    @Nullable Double travelKept,
    @Nullable Double travelPruned,
    @Nullable Double signChanges,
    List<Integer> outputDegrees,
    List<Integer> inputDegrees) {
  public LayerAnalysis {
    outputDegrees = List.copyOf(outputDegrees);
    inputDegrees = List.copyOf(inputDegrees);
  }
}
