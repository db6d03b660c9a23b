package dev.winnow.network.pure;

import dev.winnow.kernels.CsrPattern;
import dev.winnow.lottery.Mask;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The kept weights of one fully connected layer, computed alone: W (n × d) in CSR. Where another
 * such layer reads it, only the units that are read exist: the gradient of the others, and of
 * weights that end there, is zero. Between two such layers the one that reads does the backward
 * pass of the ReLU.
 */
final class KeptWeights {
  private final LayerWeights layer;
  private final Optional<LayerWeights> below;
  private final boolean readBySparse;
  private final BitSet units = new BitSet();
  private final int[] positions;
  private final CsrPattern fromAll;

  /**
   * @param below the layer that it reads, if kept weights alone are computed there too
   * @param read the units that the next layer reads, if kept weights alone are computed there too
   */
  KeptWeights(LayerWeights layer, Optional<LayerWeights> below, Optional<int[]> read) {
    this.layer = layer;
    this.below = below;
    this.readBySparse = read.isPresent();
    IntStream.of(read.orElse(IntStream.range(0, layer.shape().outputs()).toArray()))
        .forEach(units::set);
    Mask mask = layer.ticket().ticket().mask();
    int first = mask.firstPosition(layer.index());
    this.positions =
        IntStream.of(mask.survivors(layer.index())).map(position -> position - first).toArray();
    this.fromAll = fromAll();
  }

  private CsrPattern fromAll() {
    int inputs = layer.shape().inputs();
    int[] places = new int[layer.shape().outputs()];
    int count = 0;
    for (int unit : units.stream().toArray()) {
      places[unit] = count++;
    }
    return CsrPattern.of(
        positions(true).map(p -> places[p / inputs] * inputs + p % inputs).toArray(),
        count,
        inputs);
  }

  /** The inputs that it reads, ascending. */
  int[] used() {
    return fromAll.usedColumns();
  }

  /** The entries of W: rows are the units that exist, columns the inputs that exist. */
  CsrPattern pattern() {
    return below.isPresent() ? fromAll.compacted() : fromAll;
  }

  /** The inputs that exist. */
  int inputs() {
    return below.isPresent() ? used().length : layer.shape().inputs();
  }

  /** The place in the layout of the layer's first weight. */
  int offset() {
    return layer.offset();
  }

  boolean relu() {
    return layer.shape().relu();
  }

  /** Whether the backward pass of its own ReLU is left to it. */
  boolean appliesReluBackward() {
    return relu() && !readBySparse;
  }

  /** Whether it does the backward pass of the ReLU before it. */
  boolean appliesReluBackwardBelow() {
    return below.map(layer -> layer.shape().relu()).orElse(false);
  }

  /** One weight for each entry of W, then the biases of the units that exist. */
  Parameters parameters() {
    return parameters(true);
  }

  /** All others: kept weights and biases of units that nothing reads. */
  Parameters disconnected() {
    return parameters(false);
  }

  private Parameters parameters(boolean existing) {
    int[] biases = layer.shape().biases(layer.offset());
    return layer
        .ticket()
        .learned(
            positions(existing).map(position -> layer.offset() + position).toArray(),
            IntStream.range(0, biases.length)
                .filter(unit -> units.get(unit) == existing)
                .map(unit -> biases[unit])
                .toArray());
  }

  /** Kept positions in the [outputs, inputs] weight, ascending. */
  private IntStream positions(boolean existing) {
    return Arrays.stream(positions)
        .filter(position -> units.get(position / layer.shape().inputs()) == existing);
  }
}
