package dev.winnow.network.pure;

import dev.winnow.architecture.LayerSpec;
import dev.winnow.architecture.TensorSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which fully connected layers of a network are computed over their kept weights alone. */
final class Wiring {
  private final TicketParameters parameters;
  private final Map<Integer, Kept> kept = new HashMap<>();

  /**
   * @param ink whether images are read as background and ink
   */
  Wiring(List<LayerSpec> specs, TicketParameters ticket, boolean ink) {
    this.parameters = ticket;
    List<Optional<Part>> sparse = sparse(specs, ticket, ink);
    Optional<int[]> read = Optional.empty();
    for (int i = sparse.size() - 1; i >= 0; i--) {
      Optional<Part> below = i == 0 ? Optional.empty() : sparse.get(i - 1);
      Optional<int[]> readByNext = read;
      Optional<Kept> layer = sparse.get(i).map(part -> new Kept(part, below, readByNext));
      layer.ifPresent(some -> kept.put(some.offset(), some));
      read = layer.map(Kept::used);
    }
  }

  /** For each specification its layer, if kept weights alone are computed there. */
  private static List<Optional<Part>> sparse(
      List<LayerSpec> specs, TicketParameters ticket, boolean ink) {
    List<Optional<Part>> layers = new ArrayList<>();
    int weights = 0;
    int offset = 0;
    for (LayerSpec spec : specs) {
      int index = weights;
      int begin = offset;
      boolean inked = ink && layers.isEmpty();
      layers.add(
          spec.dense()
              .filter(dense -> !ticket.ticket().frozen())
              .map(dense -> new Part(DenseShape.of(dense), ticket, index, begin))
              .filter(
                  part -> PathRule.isSparse(ticket.plan().plan().path(), part.density(), inked)));
      weights += (int) spec.tensors().stream().filter(TensorSpec::prunable).count();
      offset += spec.tensors().stream().mapToInt(TensorSpec::size).sum();
    }
    return layers;
  }

  /** What the layers learn. */
  TicketParameters parameters() {
    return parameters;
  }

  /**
   * The kept weights of a layer, if they are computed alone.
   *
   * @param offset the place in the layout of the layer's first weight
   */
  Optional<Kept> kept(int offset) {
    return Optional.ofNullable(kept.get(offset));
  }
}
