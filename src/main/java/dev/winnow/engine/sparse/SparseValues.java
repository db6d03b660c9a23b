package dev.winnow.engine.sparse;

import dev.winnow.architecture.LayerSpec;
import dev.winnow.architecture.Layout;
import dev.winnow.lottery.Mask;
import dev.winnow.lottery.Ticket;
import dev.winnow.training.Optimizer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Where the values of sparse layers stand among all values of the network.
 *
 * @param places for each layer the index in the layout of each of its values
 */
record SparseValues(Layout layout, List<SparseLayer> layers, List<int[]> places) {
  /**
   * @throws IllegalArgumentException if a layer is not dense
   */
  static SparseValues of(List<LayerSpec> specs, Ticket ticket, Optimizer optimizer) {
    float[] start = ticket.start().values();
    List<SparseLayer> layers = new ArrayList<>();
    List<int[]> places = new ArrayList<>();
    int offset = 0;
    for (LayerSpec spec : specs) {
      if (!(spec instanceof LayerSpec.Dense dense)) {
        throw new IllegalArgumentException("The sparse path knows dense layers, not " + spec);
      }
      int[] kept = kept(ticket.mask(), layers.size());
      int[] place = places(dense, kept, offset);
      float[] values = new float[place.length];
      for (int i = 0; i < place.length; i++) {
        values[i] = start[place[i]];
      }
      layers.add(new SparseLayer(dense, kept, values, optimizer));
      places.add(place);
      offset += dense.outputs() * (dense.inputs() + 1);
    }
    return new SparseValues(ticket.mask().layout(), layers, places);
  }

  private static int[] kept(Mask mask, int tensor) {
    int first = mask.firstPosition(tensor);
    return IntStream.of(mask.survivors(tensor)).map(position -> position - first).toArray();
  }

  private static int[] places(LayerSpec.Dense dense, int[] kept, int offset) {
    int biases = offset + dense.outputs() * dense.inputs();
    return IntStream.concat(
            IntStream.of(kept).map(position -> offset + position),
            IntStream.range(biases, biases + dense.outputs()))
        .toArray();
  }

  /** One number for each value of the layout; +0.0f where the mask prunes. */
  float[] flat(Function<SparseLayer, float[]> numbers) {
    float[] flat = new float[layout.size()];
    for (int layer = 0; layer < layers.size(); layer++) {
      float[] some = numbers.apply(layers.get(layer));
      int[] place = places.get(layer);
      for (int i = 0; i < place.length; i++) {
        flat[place[i]] = some[i];
      }
    }
    return flat;
  }
}
