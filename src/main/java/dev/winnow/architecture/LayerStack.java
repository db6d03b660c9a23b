package dev.winnow.architecture;

import dev.winnow.catalog.InvalidValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Layers put one on another from the input: each takes what the one below it gives. They are named
 * by what they are and how many of their kind came before: {@code conv1}, {@code bn1}, {@code
 * pool1}, {@code fc1}.
 */
final class LayerStack {
  private final List<LayerSpec> layers = new ArrayList<>();
  private ImageShape shape;
  private boolean units;
  private boolean averaged;
  private int convolutions;
  private int norms;
  private int pools;
  private int denses;
  private int dropouts;
  private int blocks;
  private int shortcuts;

  /**
   * @param image what the first layer reads
   */
  LayerStack(ImageShape image) {
    this.shape = image;
  }

  /**
   * @throws InvalidValue if there are no maps below
   */
  void convolution(int channels, int kernel, Activation activation) {
    convolution(channels, kernel, 1, activation);
  }

  /**
   * @param stride pixels from one that is computed to the next
   * @throws InvalidValue if there are no maps below
   */
  void convolution(int channels, int kernel, int stride, Activation activation) {
    String name = "conv" + (convolutions + 1);
    requireMaps(name);
    add(name, channels, kernel, stride, activation);
    convolutions++;
  }

  private void add(String name, int channels, int kernel, int stride, Activation activation) {
    LayerSpec.Convolution convolution =
        new LayerSpec.Convolution(
            name,
            shape.channels(),
            channels,
            kernel,
            shape.height(),
            shape.width(),
            stride,
            activation);
    layers.add(convolution);
    shape = new ImageShape(channels, convolution.outHeight(), convolution.outWidth());
  }

  /**
   * A block whose activation follows the sum of a branch and a shortcut. Where the branch changes
   * the maps' shape, the shortcut is a convolution of 1 × 1 with batch normalisation, {@code
   * shortcut1}; else it adds what the block reads.
   *
   * @param branch puts layers on this stack
   * @throws InvalidValue if there are no maps below, or no shortcut leads past the branch
   */
  void residual(Runnable branch, Activation activation) {
    String name = "block" + (blocks + 1);
    requireSomething(name);
    requireMaps(name);
    ImageShape in = shape;
    int begin = layers.size();
    branch.run();
    List<LayerSpec> own = takeFrom(begin);
    List<LayerSpec> shortcut = in.equals(shape) ? List.of() : shortcut(in, shape);
    layers.add(new ResidualBlock(name, own, shortcut, activation));
    blocks++;
  }

  private List<LayerSpec> shortcut(ImageShape in, ImageShape out) {
    String name = "shortcut" + ++shortcuts;
    int begin = layers.size();
    shape = in;
    int stride = Math.max(stride(in.height(), out.height()), stride(in.width(), out.width()));
    add(name, out.channels(), 1, stride, Activation.IDENTITY);
    layers.add(
        new LayerSpec.BatchNorm(
            name + "-bn", shape.channels(), shape.height(), shape.width(), Activation.IDENTITY));
    if (!shape.equals(out)) {
      throw new InvalidValue(
          "No stride of a shortcut makes %d × %d of maps of %d × %d pixels, as the block's layers do."
              .formatted(out.height(), out.width(), in.height(), in.width()),
          "convolutions with a stride instead of the block's pooling, or pooling outside of it");
    }
    return takeFrom(begin);
  }

  /** The least that leaves no more than so many rows or columns. */
  private static int stride(int in, int out) {
    return (in + out - 1) / out;
  }

  private List<LayerSpec> takeFrom(int begin) {
    List<LayerSpec> tail = layers.subList(begin, layers.size());
    List<LayerSpec> taken = List.copyOf(tail);
    tail.clear();
    return taken;
  }

  /**
   * @throws InvalidValue if nothing is below
   */
  void batchNorm(Activation activation) {
    String name = "bn" + (norms + 1);
    requireSomething(name);
    layers.add(
        new LayerSpec.BatchNorm(name, shape.channels(), shape.height(), shape.width(), activation));
    norms++;
  }

  /**
   * @throws InvalidValue if there are no maps below or they are too small
   */
  void maxPool() {
    String name = "pool" + (pools + 1);
    requireSomething(name);
    requireMaps(name);
    if (shape.height() < 2 || shape.width() < 2) {
      throw new InvalidValue(
          "%s cannot halve maps of %d × %d pixels.".formatted(name, shape.height(), shape.width()),
          "less pooling, so that at least 2 × 2 pixels are left for it");
    }
    layers.add(new LayerSpec.MaxPool(name, shape.channels(), shape.height(), shape.width()));
    shape = new ImageShape(shape.channels(), shape.height() / 2, shape.width() / 2);
    pools++;
  }

  /**
   * @throws InvalidValue if there are no maps below
   */
  void averagePool() {
    String name = "pool" + (pools + 1);
    requireSomething(name);
    requireMaps(name);
    layers.add(new LayerSpec.AveragePool(name, shape.channels(), shape.height(), shape.width()));
    shape = new ImageShape(shape.channels(), 1, 1);
    averaged = true;
    pools++;
  }

  /**
   * @param rate from 0 to less than 1
   * @throws InvalidValue if nothing is below
   */
  void dropout(BigDecimal rate) {
    String name = "dropout" + (dropouts + 1);
    requireSomething(name);
    layers.add(new LayerSpec.Dropout(name, shape.channels(), shape.height(), shape.width(), rate));
    dropouts++;
  }

  void dense(int outputs, Activation activation) {
    layers.add(new LayerSpec.Dense("fc" + ++denses, shape.size(), outputs, activation));
    shape = new ImageShape(outputs, 1, 1);
    units = true;
  }

  private void requireSomething(String name) {
    if (layers.isEmpty()) {
      throw new InvalidValue(
          name + " has no layer before it.", "a convolution or a dense layer as the first one");
    }
  }

  private void requireMaps(String name) {
    if (units || averaged) {
      throw new InvalidValue(
          "%s needs maps, but %s before it leaves none."
              .formatted(name, units ? "a dense layer" : "an average pooling"),
          "convolutions and pooling before the average pooling and the dense layers");
    }
  }

  /** From input to output. */
  List<LayerSpec> layers() {
    return List.copyOf(layers);
  }
}
