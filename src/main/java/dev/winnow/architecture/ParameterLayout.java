package dev.winnow.architecture;

import java.util.ArrayList;
import java.util.List;

/**
 * Where each tensor of a network stands in one flat array: layer after layer, a layer's weight
 * before its bias, each in row-major order.
 */
public final class ParameterLayout {
  /**
   * A tensor, the index of its first value, and the index after its last. These are kept rather
   * than computed, since loops over all values ask for them again and again.
   */
  public record Place(TensorSpec tensor, int offset, int end) {}

  private final List<Place> places;
  private final List<Place> prunable;
  private final int size;
  private final int prunableSize;

  public ParameterLayout(List<TensorSpec> tensors) {
    List<Place> all = new ArrayList<>();
    int offset = 0;
    for (TensorSpec tensor : tensors) {
      int end = Math.addExact(offset, tensor.size());
      all.add(new Place(tensor, offset, end));
      offset = end;
    }
    places = List.copyOf(all);
    prunable = all.stream().filter(place -> place.tensor().prunable()).toList();
    size = offset;
    prunableSize = prunable.stream().mapToInt(place -> place.end() - place.offset()).sum();
  }

  public static ParameterLayout of(List<LayerSpec> layers) {
    return new ParameterLayout(layers.stream().flatMap(layer -> layer.tensors().stream()).toList());
  }

  /** All tensors, in order. */
  public List<Place> places() {
    return places;
  }

  /** The tensors that a mask covers, in order. */
  public List<Place> prunable() {
    return prunable;
  }

  /** Values over all tensors. */
  public int size() {
    return size;
  }

  /** Values over the tensors that a mask covers. */
  public int prunableSize() {
    return prunableSize;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ParameterLayout layout && places.equals(layout.places);
  }

  @Override
  public int hashCode() {
    return places.hashCode();
  }

  @Override
  public String toString() {
    return places.toString();
  }
}
