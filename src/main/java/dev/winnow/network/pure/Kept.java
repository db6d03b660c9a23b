package dev.winnow.network.pure;

import dev.winnow.kernels.Connections;
import dev.winnow.lottery.Mask;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The kept weights of one fully connected layer, computed alone. Where another such layer reads it,
 * only the units that are read exist: the gradient of the others, and of weights that end there, is
 * zero. Between two such layers the one that reads applies the slope of the rectifier.
 */
final class Kept {
  private final Part part;
  private final Optional<Part> below;
  private final boolean readByKept;
  private final BitSet units = new BitSet();
  private final int[] positions;
  private final Connections fromAll;

  /**
   * @param below the layer that it reads, if kept weights alone are computed there too
   * @param read the units that the next layer reads, if kept weights alone are computed there too
   */
  Kept(Part part, Optional<Part> below, Optional<int[]> read) {
    this.part = part;
    this.below = below;
    this.readByKept = read.isPresent();
    IntStream.of(read.orElse(IntStream.range(0, part.shape().outputs()).toArray()))
        .forEach(units::set);
    Mask mask = part.ticket().ticket().mask();
    int first = mask.firstPosition(part.index());
    this.positions =
        IntStream.of(mask.survivors(part.index())).map(position -> position - first).toArray();
    this.fromAll = fromAll();
  }

  private Connections fromAll() {
    int inputs = part.shape().inputs();
    int[] places = new int[part.shape().outputs()];
    int count = 0;
    for (int unit : units.stream().toArray()) {
      places[unit] = count++;
    }
    return Connections.of(
        positions(true).map(p -> places[p / inputs] * inputs + p % inputs).toArray(),
        count,
        inputs);
  }

  /** The inputs that it reads, ascending. */
  int[] used() {
    return fromAll.used();
  }

  /** From inputs to the units that exist, which are counted among themselves. */
  Connections connections() {
    return below.isPresent() ? fromAll.compacted() : fromAll;
  }

  /** The inputs that exist. */
  int inputs() {
    return below.isPresent() ? used().length : part.shape().inputs();
  }

  /** The place in the layout of the layer's first weight. */
  int offset() {
    return part.offset();
  }

  boolean rectified() {
    return part.shape().rectified();
  }

  /** Whether the slope of its own rectifier is left to it. */
  boolean appliesSlope() {
    return rectified() && !readByKept;
  }

  /** Whether it applies the slope of the rectifier before it. */
  boolean appliesSlopeBelow() {
    return below.map(part -> part.shape().rectified()).orElse(false);
  }

  /** One weight for each connection, then the biases of the units that exist. */
  Parameters parameters() {
    return parameters(true);
  }

  /** All others: what has no effect. */
  Parameters idle() {
    return parameters(false);
  }

  private Parameters parameters(boolean existing) {
    int[] biases = part.shape().biases(part.offset());
    return part.ticket()
        .learned(
            positions(existing).map(position -> part.offset() + position).toArray(),
            IntStream.range(0, biases.length)
                .filter(unit -> units.get(unit) == existing)
                .map(unit -> biases[unit])
                .toArray());
  }

  /** Kept positions in the [outputs, inputs] weight, ascending. */
  private IntStream positions(boolean existing) {
    return Arrays.stream(positions)
        .filter(position -> units.get(position / part.shape().inputs()) == existing);
  }
}
