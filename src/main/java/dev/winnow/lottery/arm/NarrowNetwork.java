package dev.winnow.lottery.arm;

import dev.winnow.architecture.ParameterLayout;
import dev.winnow.architecture.TensorSpec;
import dev.winnow.architecture.Weights;
import dev.winnow.lottery.Mask;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A dense network of the same layers in which all hidden widths are multiplied by one factor and
 * rounded down, to 1 at least. It lives inside the wide network: it is the first units of each
 * layer. The other units have no weights, neither into nor out of them, so that nothing depends on
 * them and they stay as they are.
 */
final class NarrowNetwork {
  private static final int HALVINGS = 60;

  /** The part of one prunable tensor that is left, from its first row and column on. */
  private record Block(ParameterLayout.Place place, int rows, int columns) {
    int pixels() {
      List<Integer> shape = place.tensor().shape();
      return shape.stream().skip(2).reduce(1, Math::multiplyExact);
    }

    int size() {
      return rows * columns * pixels();
    }

    /** The indices of its values in the tensor, ascending. */
    IntStream indices() {
      int length = columns * pixels();
      int row = place.tensor().shape().get(1) * pixels();
      return IntStream.range(0, rows).flatMap(r -> IntStream.range(r * row, r * row + length));
    }

    TensorSpec tensor() {
      List<Integer> shape = new ArrayList<>(place.tensor().shape());
      shape.set(0, rows);
      shape.set(1, columns);
      return new TensorSpec(
          place.tensor().name(), shape, true, columns * pixels(), rows * pixels());
    }
  }

  private final ParameterLayout wide;
  private final List<Block> blocks;

  private NarrowNetwork(ParameterLayout wide, double factor) {
    this.wide = wide;
    this.blocks = blocks(wide, factor);
  }

  /**
   * The widest one of at most so many weights.
   *
   * @throws IllegalArgumentException if there are fewer than {@link #least}
   */
  static NarrowNetwork of(ParameterLayout wide, int weights) {
    int least = least(wide);
    if (weights < least) {
      throw new IllegalArgumentException(
          "weights must be at least %d, is %d".formatted(least, weights));
    }
    double fits = 0;
    double above = 1;
    if (weights >= wide.prunableSize()) {
      return new NarrowNetwork(wide, 1);
    }
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (fits + above) / 2;
      if (new NarrowNetwork(wide, middle).size() <= weights) {
        fits = middle;
      } else {
        above = middle;
      }
    }
    return new NarrowNetwork(wide, fits);
  }

  /** The weights of the network whose hidden layers have one unit each. */
  static int least(ParameterLayout wide) {
    return new NarrowNetwork(wide, 0).size();
  }

  private static List<Block> blocks(ParameterLayout wide, double factor) {
    List<ParameterLayout.Place> places = wide.prunable();
    List<Block> blocks = new ArrayList<>();
    for (int t = 0; t < places.size(); t++) {
      TensorSpec tensor = places.get(t).tensor();
      int outputs = tensor.shape().get(0);
      int columns = tensor.shape().get(1);
      if (t > 0) {
        // After maps, a fully connected layer has a column for each pixel of each channel.
        int units = tensor.convolutional() ? columns : places.get(t - 1).tensor().shape().get(0);
        columns = narrowed(units, factor) * (columns / units);
      }
      boolean last = t == places.size() - 1;
      blocks.add(new Block(places.get(t), last ? outputs : narrowed(outputs, factor), columns));
    }
    return blocks;
  }

  private static int narrowed(int width, double factor) {
    return Math.max(1, (int) (factor * width));
  }

  /** All its weights. */
  int size() {
    return blocks.stream().mapToInt(Block::size).sum();
  }

  /** Its own prunable tensors. */
  ParameterLayout layout() {
    return new ParameterLayout(blocks.stream().map(Block::tensor).toList());
  }

  /** Where it is in the wide network. */
  Mask mask() {
    List<Integer> positions = new ArrayList<>();
    int first = 0;
    for (Block block : blocks) {
      int from = first;
      block.indices().forEach(index -> positions.add(from + index));
      first += block.place().tensor().size();
    }
    return Mask.keeping(wide, positions.stream().mapToInt(Integer::intValue).toArray());
  }

  /**
   * Its weights at their places in the wide network.
   *
   * @param own in its own layout
   * @param others what all else is
   */
  Weights place(Weights own, Weights others) {
    float[] values = others.values();
    int next = 0;
    for (Block block : blocks) {
      for (int index : block.indices().toArray()) {
        values[block.place().offset() + index] = own.value(next++);
      }
    }
    return new Weights(wide, values);
  }
}
