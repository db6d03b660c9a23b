package dev.winnow.definition;

import dev.winnow.architecture.ParameterLayout;
import dev.winnow.architecture.TensorSpec;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How much of one prunable tensor is left.
 *
 * @param name such as {@code fc1.weight}
 * @param kept weights, from 0 to {@code size}
 * @param size weights, kept or not
 */
public record LayerCount(String name, int kept, int size) {
  /**
   * @param kept of each prunable tensor, in the order of the layout
   */
  public static List<LayerCount> of(ParameterLayout layout, List<Integer> kept) {
    return IntStream.range(0, kept.size())
        .mapToObj(
            t -> {
              TensorSpec tensor = layout.prunable().get(t).tensor();
              return new LayerCount(tensor.name(), kept.get(t), tensor.size());
            })
        .toList();
  }
}
