package dev.winnow.engine;

import dev.winnow.architecture.Activation;
import dev.winnow.architecture.ImageShape;
import dev.winnow.architecture.LayerSpec;
import dev.winnow.architecture.ListedLayers;
import dev.winnow.architecture.ResidualBlock;
import dev.winnow.dataset.Samples;
import dev.winnow.dataset.Shape;
import dev.winnow.network.PixelReader;
import dev.winnow.random.RandomStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.IntStream;

/** Convolutional networks that tests train, on pictures with large areas of one colour. */
public final class MapTrials {
  /** A block of examples, and some of another. */
  public static final int BATCH = 19;

  public static final int CLASSES = 4;
  public static final Shape SHAPE = new Shape(3, 9, 8);
  public static final Samples SAMPLES = samples();

  /**
   * Fits the pictures; some layers have fewer channels than a vector has numbers, some more, and
   * the third so many that it goes by Winograd's algorithm.
   */
  public static final List<LayerSpec> LAYERS =
      List.of(
          new LayerSpec.Convolution("conv1", 3, 5, 3, 9, 8, 1, Activation.RELU),
          new LayerSpec.Convolution("conv2", 5, 70, 3, 9, 8, 1, Activation.RELU),
          new LayerSpec.MaxPool("pool1", 70, 9, 8),
          new LayerSpec.Convolution("conv3", 70, 65, 3, 4, 4, 1, Activation.RELU),
          new LayerSpec.Convolution("conv4", 65, 6, 1, 4, 4, 1, Activation.RELU),
          new LayerSpec.Dense("fc1", 6 * 4 * 4, 20, Activation.RELU),
          new LayerSpec.Dense("fc2", 20, CLASSES, Activation.IDENTITY));

  /** With batch normalisation before and after an activation, and after a dense layer. */
  public static final List<LayerSpec> NORMALISED =
      List.of(
          new LayerSpec.Convolution("conv1", 3, 5, 3, 9, 8, 1, Activation.IDENTITY),
          new LayerSpec.BatchNorm("bn1", 5, 9, 8, Activation.RELU),
          new LayerSpec.Convolution("conv2", 5, 70, 3, 9, 8, 1, Activation.IDENTITY),
          new LayerSpec.BatchNorm("bn2", 70, 9, 8, Activation.RELU),
          new LayerSpec.MaxPool("pool1", 70, 9, 8),
          new LayerSpec.Convolution("conv3", 70, 6, 1, 4, 4, 1, Activation.RELU),
          new LayerSpec.BatchNorm("bn3", 6, 4, 4, Activation.IDENTITY),
          new LayerSpec.Dense("fc1", 6 * 4 * 4, 20, Activation.IDENTITY),
          new LayerSpec.BatchNorm("bn4", 20, 1, 1, Activation.RELU),
          new LayerSpec.Dense("fc2", 20, CLASSES, Activation.IDENTITY));

  /**
   * As VGG ends: the mean of each channel goes into the output layer. The third convolution goes by
   * Winograd's algorithm.
   */
  public static final List<LayerSpec> AVERAGED =
      List.of(
          new LayerSpec.Convolution("conv1", 3, 5, 3, 9, 8, 1, Activation.IDENTITY),
          new LayerSpec.BatchNorm("bn1", 5, 9, 8, Activation.RELU),
          new LayerSpec.MaxPool("pool1", 5, 9, 8),
          new LayerSpec.Convolution("conv2", 5, 70, 3, 4, 4, 1, Activation.IDENTITY),
          new LayerSpec.BatchNorm("bn2", 70, 4, 4, Activation.RELU),
          new LayerSpec.Convolution("conv3", 70, 65, 3, 4, 4, 1, Activation.IDENTITY),
          new LayerSpec.BatchNorm("bn3", 65, 4, 4, Activation.RELU),
          new LayerSpec.AveragePool("pool2", 65, 4, 4),
          new LayerSpec.Dense("fc1", 65, CLASSES, Activation.IDENTITY));

  /** As ResNet: a shortcut past maps that keep their shape, and one past maps that change it. */
  public static final List<LayerSpec> RESIDUAL =
      List.of(
          new LayerSpec.Convolution("conv1", 3, 5, 3, 9, 8, 1, Activation.IDENTITY),
          new LayerSpec.BatchNorm("bn1", 5, 9, 8, Activation.RELU),
          new ResidualBlock(
              "block1",
              List.of(
                  new LayerSpec.Convolution("conv2", 5, 5, 3, 9, 8, 1, Activation.RELU),
                  new LayerSpec.Convolution("conv3", 5, 5, 3, 9, 8, 1, Activation.IDENTITY),
                  new LayerSpec.BatchNorm("bn2", 5, 9, 8, Activation.IDENTITY)),
              List.of(),
              Activation.RELU),
          new ResidualBlock(
              "block2",
              List.of(
                  new LayerSpec.Convolution("conv4", 5, 6, 3, 9, 8, 2, Activation.IDENTITY),
                  new LayerSpec.BatchNorm("bn3", 6, 5, 4, Activation.RELU),
                  new LayerSpec.Convolution("conv5", 6, 70, 3, 5, 4, 1, Activation.IDENTITY),
                  new LayerSpec.BatchNorm("bn4", 70, 5, 4, Activation.IDENTITY)),
              List.of(
                  new LayerSpec.Convolution("shortcut1", 5, 70, 1, 9, 8, 2, Activation.IDENTITY),
                  new LayerSpec.BatchNorm("bn5", 70, 5, 4, Activation.IDENTITY)),
              Activation.RELU),
          new LayerSpec.AveragePool("pool1", 70, 5, 4),
          new LayerSpec.Dense("fc1", 70, CLASSES, Activation.IDENTITY));

  /** With dropout of maps and of units. */
  public static final List<LayerSpec> DROPPED =
      List.of(
          new LayerSpec.Convolution("conv1", 3, 5, 3, 9, 8, 1, Activation.RELU),
          new LayerSpec.Dropout("dropout1", 5, 9, 8, new BigDecimal("0.25")),
          new LayerSpec.MaxPool("pool1", 5, 9, 8),
          new LayerSpec.Dense("fc1", 5 * 4 * 4, 70, Activation.RELU),
          new LayerSpec.Dropout("dropout2", 70, 1, 1, new BigDecimal("0.5")),
          new LayerSpec.Dense("fc2", 70, CLASSES, Activation.IDENTITY));

  private static final ImageShape IMAGE = new ImageShape(3, 9, 8);

  /** As a researcher lists them. */
  public static final List<LayerSpec> LISTED_BLOCKS = ListedLayers.blocks(IMAGE, CLASSES);

  /** As a researcher lists them. */
  public static final List<LayerSpec> LISTED_STRIDES = ListedLayers.strides(IMAGE, CLASSES);

  private MapTrials() {}

  /** The left half of each picture is one colour, so that pooling meets equals. */
  private static Samples samples() {
    int size = 60;
    RandomStream random = RandomStream.of(1, "map-trials");
    ByteBuffer pixels = ByteBuffer.allocate(size * SHAPE.size());
    ByteBuffer labels = ByteBuffer.allocate(size);
    for (int example = 0; example < size; example++) {
      int label = random.nextInt(CLASSES);
      labels.put(example, (byte) label);
      for (int i = 0; i < SHAPE.size(); i++) {
        boolean right = i % SHAPE.width() > 4;
        int level = right ? random.nextInt(256) : 60 * label;
        pixels.put(example * SHAPE.size() + i, (byte) level);
      }
    }
    return new Samples(SHAPE, size, pixels, labels);
  }

  /** Each channel has numbers of its own. */
  public static PixelReader reader() {
    float[] table = new float[3 * 256];
    IntStream.range(0, table.length).forEach(i -> table[i] = (i % 256 - 90 - 10 * (i / 256)) / 80f);
    return new PixelReader(table, SHAPE.size());
  }

  public static int[] batch(int step) {
    return IntStream.range(0, BATCH).map(i -> (step * 3 + i * 7) % SAMPLES.size()).toArray();
  }
}
