package dev.winnow.architecture;

import java.util.List;

/**
 * The name and shape of one array of a network's values.
 *
 * @param name layer and role, as PyTorch writes it: {@code fc1.weight}
 * @param shape sizes from the slowest to the fastest index; a dense weight is [outputs, inputs], a
 *     convolution's [outputs, inputs, height, width]
 * @param prunable whether a mask covers it: weights of products yes, all else never
 * @param fanIn sums that one output draws from; 0 if it is not prunable
 * @param fanOut outputs that one input goes to; 0 if it is not prunable
 * @param start what all its values are before training, if it is not prunable
 */
public record TensorSpec(
    String name, List<Integer> shape, boolean prunable, int fanIn, int fanOut, float start) {
  public TensorSpec {
    shape = List.copyOf(shape);
  }

  /** Begins at 0 if it is not prunable. */
  public TensorSpec(String name, List<Integer> shape, boolean prunable, int fanIn, int fanOut) {
    this(name, shape, prunable, fanIn, fanOut, 0);
  }

  /** A dense layer's weight of shape [outputs, inputs]. */
  static TensorSpec weight(String name, int outputs, int inputs) {
    return new TensorSpec(name, List.of(outputs, inputs), true, inputs, outputs);
  }

  /** A convolution's weight of shape [outputs, inputs, side, side]. */
  static TensorSpec kernels(String name, int outputs, int inputs, int side) {
    int pixels = Math.multiplyExact(side, side);
    return new TensorSpec(
        name,
        List.of(outputs, inputs, side, side),
        true,
        Math.multiplyExact(inputs, pixels),
        Math.multiplyExact(outputs, pixels));
  }

  static TensorSpec bias(String name, int outputs) {
    return perChannel(name, outputs, 0);
  }

  /** One value for each channel, never pruned. */
  static TensorSpec perChannel(String name, int channels, float start) {
    return new TensorSpec(name, List.of(channels), false, 0, 0, start);
  }

  /** Whether it is a convolution's weight. */
  public boolean convolutional() {
    return shape.size() == 4;
  }

  /** The layer that it belongs to: {@code fc1} for {@code fc1.weight}. */
  public String layer() {
    return name.substring(0, Math.max(0, name.lastIndexOf('.')));
  }

  public int size() {
    int size = 1;
    for (int length : shape) {
      size = Math.multiplyExact(size, length);
    }
    return size;
  }
}
