package dev.winnow.architecture;

import dev.winnow.catalog.InvalidValue;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonPointer;

/**
 * The paper's scaled-down VGGs (1803.03635, figure 2): pairs of 3 × 3 convolutions with a pooling
 * after each pair, then dense layers of 256, 256 and one unit per class.
 */
final class ConvNet {
  private static final int KERNEL = 3;
  private static final int UNITS = 256;

  private ConvNet() {}

  /**
   * @param channels of both convolutions of each pair
   * @throws InvalidValue if the images are too small to be halved that often
   */
  static List<LayerSpec> layers(ImageShape image, int classes, int... channels) {
    int least = 1 << channels.length;
    if (image.height() < least || image.width() < least) {
      throw new InvalidValue(
          JsonPointer.compile("/name"),
          "Images must be at least %d × %d pixels, are %d × %d"
              .formatted(least, least, image.height(), image.width()),
          "an architecture with less pooling");
    }
    List<LayerSpec> layers = new ArrayList<>();
    ImageShape maps = image;
    for (int pair = 0; pair < channels.length; pair++) {
      maps = addPair(layers, pair, maps, channels[pair]);
    }
    layers.add(new LayerSpec.Dense("fc1", maps.size(), UNITS, Activation.RELU));
    layers.add(new LayerSpec.Dense("fc2", UNITS, UNITS, Activation.RELU));
    layers.add(new LayerSpec.Dense("fc3", UNITS, classes, Activation.IDENTITY));
    return List.copyOf(layers);
  }

  private static ImageShape addPair(
      List<LayerSpec> layers, int pair, ImageShape maps, int channels) {
    int height = maps.height();
    int width = maps.width();
    int number = 2 * pair + 1;
    layers.add(convolution("conv" + number, maps, channels));
    layers.add(
        convolution("conv" + (number + 1), new ImageShape(channels, height, width), channels));
    layers.add(new LayerSpec.MaxPool("pool" + (pair + 1), channels, height, width));
    return new ImageShape(channels, height / 2, width / 2);
  }

  private static LayerSpec convolution(String name, ImageShape in, int channels) {
    return new LayerSpec.Convolution(
        name, in.channels(), channels, KERNEL, in.height(), in.width(), 1, Activation.RELU);
  }
}
