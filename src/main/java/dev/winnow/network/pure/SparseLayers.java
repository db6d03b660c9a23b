package dev.winnow.network.pure;

import dev.winnow.architecture.LayerSpec;
import dev.winnow.architecture.TensorSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which fully connected layers of a network are computed over their kept weights alone. */
final class SparseLayers {
  private final TicketParameters parameters;
  private final Map<Integer, KeptWeights> kept = new HashMap<>();

  /**
   * @param sparseInput whether images are read as sparse rows
   */
  SparseLayers(List<LayerSpec> specs, TicketParameters ticket, boolean sparseInput) {
    this.parameters = ticket;
    List<Optional<LayerWeights>> sparse = sparse(specs, ticket, sparseInput);
    Optional<int[]> read = Optional.empty();
    for (int i = sparse.size() - 1; i >= 0; i--) {
      Optional<LayerWeights> below = i == 0 ? Optional.empty() : sparse.get(i - 1);
      Optional<int[]> readByNext = read;
      Optional<KeptWeights> layer =
          sparse.get(i).map(dense -> new KeptWeights(dense, below, readByNext));
      layer.ifPresent(some -> kept.put(some.offset(), some));
      read = layer.map(KeptWeights::used);
    }
  }

  /** For each specification its layer, if kept weights alone are computed there. */
  private static List<Optional<LayerWeights>> sparse(
      List<LayerSpec> specs, TicketParameters ticket, boolean sparseInput) {
    List<Optional<LayerWeights>> layers = new ArrayList<>();
    int weights = 0;
    int offset = 0;
    for (LayerSpec spec : specs) {
      int index = weights;
      int begin = offset;
      boolean readsSparseInput = sparseInput && layers.isEmpty();
      layers.add(
          spec.dense()
              .filter(dense -> !ticket.ticket().frozen())
              .map(dense -> new LayerWeights(DenseShape.of(dense), ticket, index, begin))
              .filter(
                  dense ->
                      PathRule.isSparse(
                          ticket.plan().plan().path(), dense.density(), readsSparseInput)));
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
  Optional<KeptWeights> kept(int offset) {
    return Optional.ofNullable(kept.get(offset));
  }
}
